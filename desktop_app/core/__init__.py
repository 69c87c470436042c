"""What things are: frozen values, EDTF dates, the query grammar, errors; no I/O, no globals."""
