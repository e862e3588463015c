"""The report of a run: one HTML file that opens offline, with every question behind the figures."""

from eval.report.page import report_html

__all__ = ["report_html"]
