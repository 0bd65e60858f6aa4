"""What the system consists of, as data: elements, places, outlets, words, boxes."""
