"""Report a simulated world through an invented press, with the truth attached."""
