"""How well the product reads labelled texts; run with `python -m quality.gate`."""
