"""What stages hand on: frozen records that import nothing but errors."""
