"""Claims about one fact are sorted by independent origin."""
