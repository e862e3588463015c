"""The tab where one asks: the answer, what is done with it, and what is offered to ask."""
