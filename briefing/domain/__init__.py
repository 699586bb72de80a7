"""Frozen values and pure functions: what a note is and what an analyst can do to it."""
