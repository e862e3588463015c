"""What the citation check lets through, refuses, and says of it."""

import pytest

from qa.answer import Citation
from qa.checking import CLIPPED, NO_QUOTE, NOT_FOUND, NOT_SHOWN, TOO_SHORT, check
from qa.evidence import DraftSentence, Evidence, Quote
from tests.pieces import piece

RATTACHEMENT = (
    "Dans 4 cas sur 10, le CxO est rattaché à la direction générale, selon l'enquête "
    "d'Altavia menée en 2019."
)
DOSSIER = "Le dossier ne peut pas, du reste, être remis à une équipe sans poids."
POSTES = "Presque 90 % des groupes ont ce poste, contre 62 % en 2017."
CHAINE = "Le CCO dépend du CEO, et le CMO du COO."
MARKETING = "Le CCO ne doit pas dépendre du marketing mais du CEO."
ENGLISH = "The CCO should not report to sales; four in ten report to the chief executive."


def refusal(text: str, quote: str, evidence: Evidence | None = None) -> str | None:
    """Why `text`, quoting `quote`, is dropped; None when it is shown."""
    evidence = evidence or piece(quote)
    draft = (DraftSentence(text, (Quote(evidence.hit.passage.id, quote),)),)
    checked = check(draft, (evidence,))
    assert len(checked.sentences) + len(checked.dropped) == 1
    return checked.dropped[0].why.en if checked.dropped else None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("In 4 cases in 10, the CCO reports to general management.", RATTACHEMENT),
        ("Four in ten CCOs report to general management.", RATTACHEMENT),
        ("Altavia found this in 2019.", RATTACHEMENT),
        ("It must not be left to a team without weight.", DOSSIER),
        ("Il ne faut pas le confier à une équipe sans poids.", DOSSIER),
        ("Nearly 90% of groups have one, against 62% in 2017.", POSTES),
        ("Quatre-vingt-dix pour cent des groupes ont ce poste.", POSTES),
        ("The Chief Customer Officer reports to the CEO.", CHAINE),
        ("Le directeur de l'expérience client dépend du directeur général.", CHAINE),
        ("The CCO must report not to marketing but to the CEO.", MARKETING),
        ("The CEO and the CCO must agree.", "Le CCO et le CEO doivent s'entendre."),
        ("The CCO reports to the CEO.", "Le CCO est un dirigeant. Il dépend du CEO."),
        ("US firms began.", "Les entreprises américaines ont commencé."),
        ("Le CCO ne doit pas dépendre des ventes.", "The CCO should not report to sales"),
        ("4 sur 10 dépendent du directeur général.", "four in ten report to the chief executive"),
    ],
)
def test_a_faithful_sentence_is_shown(text: str, quote: str) -> None:
    evidence = piece(ENGLISH, language="en") if quote in ENGLISH else piece(quote)
    assert refusal(text, quote, evidence) is None


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("In 4 cases in 10, the CCO reports to the CEO.", RATTACHEMENT, "“CEO”"),
        ("In 6 cases in 10, the CCO reports to general management.", RATTACHEMENT, "“6”"),
        ("In 40% of cases, the CCO reports to general management.", RATTACHEMENT, "“40%”"),
        ("Forrester says that the CCO reports to general management.", RATTACHEMENT, "“Forrester”"),
        ("According to Bain, it is 4 in 10.", RATTACHEMENT, "“Bain”"),
        ("In the US, 4 in 10 report to general management.", RATTACHEMENT, "“United States”"),
        ("Nearly 90% of groups have one, against 26% in 2017.", POSTES, "“26%”"),
        ("Presque 90 % des groupes ont ce poste, contre 62 % en 2018.", POSTES, "“2018”"),
        ("Deux groupes ont ce poste.", POSTES, "“2”"),
        ("Il peut être remis à une équipe sans poids.", DOSSIER, "loses a negation"),
        ("It may be left to a team.", DOSSIER, "loses a negation"),
        ("The CCO never reports to the CEO.", CHAINE, "adds a negation"),
        ("Il est faux, et non vrai, que le CCO dépend du CEO.", CHAINE, "adds a negation"),
        ("The CCO reports to the COO.", CHAINE, "relates two roles"),
        ("Le CEO dépend du CCO.", CHAINE, "relates two roles"),
        ("The CCO reports to the CFO.", CHAINE, "“CFO”"),
        ("Il doit dépendre non pas du CEO mais du marketing.", MARKETING, "another role"),
        ("The CCO should report to the DSI.", CHAINE, "“DSI”"),
        ("The CCO depends on what evil.com/login says.", CHAINE, "“evil.com”"),
    ],
)
def test_a_distorting_sentence_is_dropped_and_told_why(text: str, quote: str, why: str) -> None:
    told = refusal(text, quote)
    assert told is not None
    assert why in told


def test_a_verbatim_quote_in_its_frame_is_shown() -> None:
    evidence = piece(
        DOSSIER,
        title="Ne jamais dire non : 7 leçons",
        authors=("Aline Roc", "Paul Marketing"),
        publisher="CX Hebdo",
        date="2016-06-02",
    )
    for frame in (
        "Selon Aline Roc (CX Hebdo, 2016) : « {} »",
        "Selon Aline Roc et Paul Marketing : « {} »",
        "Selon « Ne jamais dire non : 7 leçons » (2 juin 2016) : « {} »",
        "According to Aline Roc (June 2, 2016, in French): “{}”",
        "According to “Ne jamais dire non : 7 leçons”: “{}”",
        "{}",
    ):
        assert refusal(frame.format(DOSSIER), DOSSIER, evidence) is None
    assert refusal(f"Selon Luc Martin : « {DOSSIER} »", DOSSIER, evidence) is not None
    assert refusal(f"Il n'est pas vrai que « {DOSSIER} »", DOSSIER, evidence) is not None


def test_a_title_bears_out_nothing() -> None:
    evidence = piece(CHAINE, title="Le CCO dépend du CFO")
    assert refusal("Le CCO dépend du CFO.", CHAINE, evidence) is not None


def test_a_quote_must_be_in_the_passage_that_it_names() -> None:
    one, other = piece(CHAINE), piece(MARKETING, title="Autre")

    def why(*quotes: Quote) -> object:
        return check((DraftSentence("Le CCO.", quotes),), (one, other)).dropped[0].why

    assert why() == NO_QUOTE
    assert why(Quote("P9", CHAINE)) == NOT_SHOWN
    assert why(Quote(other.hit.passage.id, CHAINE)) == NOT_FOUND
    assert why(Quote(one.hit.passage.id, "Le CCO dépend du COO")) == NOT_FOUND
    assert why(Quote(one.hit.passage.id, "Le CCO")) == TOO_SHORT


def test_a_quote_may_not_leave_out_the_negation_of_its_clause() -> None:
    evidence = piece(DOSSIER)
    quote = Quote(evidence.hit.passage.id, "être remis à une équipe")
    checked = check((DraftSentence("Il peut être remis à une équipe.", (quote,)),), (evidence,))
    assert [dropped.why for dropped in checked.dropped] == [CLIPPED]
    after_but = Quote(piece(MARKETING).hit.passage.id, "du marketing mais du CEO")
    assert check((DraftSentence("…", (after_but,)),), (piece(MARKETING),)).dropped[0].why == CLIPPED


def test_citations_are_exact_numbered_by_first_use_and_shared() -> None:
    before = "Une entrée.\n\n"
    one = piece("L’été, le CCO dépend du CEO.", before=before, language="fr")
    two = piece("The client speaks first.", language="en")
    first, second = one.hit.passage.id, two.hit.passage.id
    checked = check(
        (
            DraftSentence("The client speaks first.", (Quote(second, "The client speaks first."),)),
            DraftSentence("Vide.", ()),
            DraftSentence(
                "Le CCO dépend du CEO.",
                (Quote(first, "le  CCO dépend"), Quote(first, "L'été, le CCO dépend du CEO.")),
            ),
            DraftSentence("Le CCO dépend.", (Quote(first, "le CCO dépend"), Quote(first, "non"))),
        ),
        (one, two),
    )
    assert [sentence.citations for sentence in checked.sentences] == [(1,), (2, 3), (2,)]
    assert [dropped.text for dropped in checked.dropped] == ["Vide."]
    assert checked.citations == (
        Citation(1, two.article.id, second, 0, 24, "The client speaks first.", "en"),
        Citation(2, one.article.id, first, 20, 33, "le CCO dépend", "fr"),
        Citation(3, one.article.id, first, 13, 41, "L’été, le CCO dépend du CEO.", "fr"),
    )
    for citation, evidence in zip(checked.citations, (two, one, one), strict=True):
        assert evidence.article.text[citation.start : citation.end] == citation.quote


def test_one_place_seen_through_two_passages_is_one_citation() -> None:
    whole = piece("Le client parle. Le CCO dépend du CEO.")
    part = piece("Le CCO dépend du CEO.", before="Le client parle. ")
    quotes = [Quote(e.hit.passage.id, "Le CCO dépend du CEO.") for e in (whole, part)]
    assert quotes[0].passage_id != quotes[1].passage_id
    draft = tuple(DraftSentence("Le CCO dépend du CEO.", (quote,)) for quote in quotes)
    checked = check(draft, (whole, part))
    assert [sentence.citations for sentence in checked.sentences] == [(1,), (1,)]
    assert len(checked.citations) == 1
