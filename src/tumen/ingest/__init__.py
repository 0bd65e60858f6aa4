"""Bytes come in: files, tables and archives become captures."""
