"""WordprocessingML: what the DOCX writer is made of (ECMA-376, Part 1)."""
