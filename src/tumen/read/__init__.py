"""Bytes become documents: one text, blocks with roles, outlet, dates with evidence."""
