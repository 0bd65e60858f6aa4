"""From weighed figures to answers: bands, pulls, conflicts, money, and what if."""
