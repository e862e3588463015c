"""The tab of the library: adding, browsing, correcting, exchanging articles."""
