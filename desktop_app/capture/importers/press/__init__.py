"""What press databases export: many articles in one file, as text, HTML, RTF, DOCX or ODT."""
