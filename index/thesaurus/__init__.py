"""The CX thesaurus: what the field's words mean, in French and English."""

from index.thesaurus.concept import LANGUAGES, Concept
from index.thesaurus.reading import cx_thesaurus
from index.thesaurus.recognition import Mention
from index.thesaurus.thesaurus import Thesaurus

__all__ = ["LANGUAGES", "Concept", "Mention", "Thesaurus", "cx_thesaurus"]
