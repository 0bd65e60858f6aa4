"""Bytes by hash and records by type, in one SQLite file."""
