"""The devil's advocate: recommendations on contested questions, checked by rule."""
