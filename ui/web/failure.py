"""From an exception to a sentence: what a person sees of anything that fails behind the page."""

import logging

from corpus.wording import KnownError, Wording
from ui.web import texts

_LOG = logging.getLogger(__name__)


def sentence(error: Exception) -> Wording:
    """A known error's own words; of any other the trace goes to the log, never to the page."""
    if isinstance(error, KnownError):
        return error.wording
    _LOG.error("unexpected failure behind the page", exc_info=error)
    return texts.UNEXPECTED
