"""The tab of people: accounts, and each person’s own."""
