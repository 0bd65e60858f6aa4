"""Decisions of people are applied to claims, and chained."""
