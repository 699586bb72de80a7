"""HTML: what the writer of the evidence pack is made of."""
