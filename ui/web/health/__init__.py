"""The tab of the state of the library."""
