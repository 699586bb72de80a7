"""Markdown: what the writer is made of (CommonMark 0.31, with the habits of pandoc, GitHub and Obsidian)."""
