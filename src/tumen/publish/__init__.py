"""Cleared rows become files."""
