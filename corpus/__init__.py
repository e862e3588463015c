"""What do we read? From a file or URL to a clean article, and the catalogue of articles."""
