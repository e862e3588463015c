"""Worksheets of the path as Word files: filled in, or to be written on."""

from ui.training.naming import worksheet_name
from ui.training.worksheet import worksheet_bytes

__all__ = ["worksheet_bytes", "worksheet_name"]
