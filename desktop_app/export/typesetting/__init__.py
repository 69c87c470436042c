"""Articles set in type by Typst: the PDF and the printed page."""
