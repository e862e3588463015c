"""The weights of search, sentences and confidence, fitted on gold questions for development."""
