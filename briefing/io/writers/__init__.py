"""Writers: one file a format, Document to bytes."""
