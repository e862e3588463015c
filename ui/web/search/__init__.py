"""The tab of passages without an answer."""
