"""The reader: a whole article beside whatever led to it."""
