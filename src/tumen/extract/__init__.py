"""Documents become claims, each quoting its exact words."""
