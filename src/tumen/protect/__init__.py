"""What may leave the machine: the only maker of cleared text."""
