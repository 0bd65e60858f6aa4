"""Release rows + what is known -> scores. Pure; reads no file."""
