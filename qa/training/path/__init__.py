"""The path of a learner: placement, plan, what to read, how far one is."""
