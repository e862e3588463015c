"""How is it answered? From hits to an answer whose every sentence is cited."""
