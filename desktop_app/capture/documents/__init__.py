"""Files of word processors (RTF, DOCX, ODT) read into paragraphs, without the programs."""
