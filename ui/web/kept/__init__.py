"""The tab of the history: kept answers, found, opened, made into memos."""
