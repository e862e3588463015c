"""The devil's advocate: a recommendation on a contested question, judged by rule."""
