"""Articles as references: bibliography files, and citations in any CSL style."""
