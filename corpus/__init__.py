"""What do we read? From a file or URL to a clean article, and the catalogue of articles.

The way of one file: `finding` (which sources?) -> `reading`, which calls `fetching`, `loading`
and its `loaders`, `cleaning` and `opening` in turn -> an `article` -> the `catalogue`.
"""
