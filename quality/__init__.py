"""How well the product reads labelled texts; run with `python -m quality.gate`.

Labelled texts: `training` and `hard` (weights are learned from them; `hard` holds long
accounts, which count less), `unseen` (only scored; nobody who works on reading opens
them), `second` (the unseen ones, labelled by others).
"""
