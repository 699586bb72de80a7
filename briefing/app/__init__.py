"""What the program does, without a face."""
