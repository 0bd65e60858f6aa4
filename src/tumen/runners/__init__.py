"""Where maps run: here, or in processes."""
