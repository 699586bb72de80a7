"""The world: files, articles and formats; knows the domain alone."""
