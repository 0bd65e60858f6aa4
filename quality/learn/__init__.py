"""Learn the weights of the small models from the training texts."""
