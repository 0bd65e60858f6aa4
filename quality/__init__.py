"""How well the product reads labelled texts; run with `python -m quality.gate`.

Labelled texts: `training` (weights are learned from them), `unseen` (only scored; nobody
who works on reading opens them), `second` (the unseen ones, labelled by others), `hard`
(long accounts, labels read once: only scored).
"""
