"""How do people use it? The command and the page."""
