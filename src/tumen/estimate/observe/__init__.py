"""From claims to terms of the likelihood: what each figure counts, and how surely."""
