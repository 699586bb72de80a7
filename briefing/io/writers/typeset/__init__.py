"""Typst: what the writer of PDF and of page pictures is made of."""
