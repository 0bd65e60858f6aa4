"""Measurements; each file is run by hand and prints its own table."""
