"""Bytes become documents: one text, blocks with roles, dates with evidence."""
