"""Tune the encoder that reads along: cases, training, and the file it is packed in."""
