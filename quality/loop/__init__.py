"""Does the whole chain keep its promises? Invented worlds, reported, read and weighed."""
