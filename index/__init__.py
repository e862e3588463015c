"""How is it found? From an article to hits."""
