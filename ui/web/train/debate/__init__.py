"""The inner tab of the devil’s advocate."""
