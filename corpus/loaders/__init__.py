"""One file a format; each turns bytes into a text and what the format says about it."""
