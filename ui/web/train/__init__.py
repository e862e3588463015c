"""The tab of training, and what its inner tabs share."""
