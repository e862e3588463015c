"""Quiz items: made of sentences of the library, let through by gates or not used."""
