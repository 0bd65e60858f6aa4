"""Does the estimate keep its promises? Worlds with a known truth, and the real record."""
