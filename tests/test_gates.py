from collections.abc import Iterator
from dataclasses import replace

import pytest

from index.library import Library
from index.passage import Span
from qa.training.item import ItemKind
from qa.training.items.draft import Draft, Option
from qa.training.items.gates.admission import (
    OF_ALL_OPTIONS,
    OF_AN_OPTION,
    OF_THE_QUESTION,
    Refused,
    admitted,
)
from qa.training.items.gates.consistent import no_contradiction
from qa.training.items.gates.distinct import distinct_options
from qa.training.items.gates.elsewhere import from_elsewhere
from qa.training.items.gates.gate import Context, Gate
from qa.training.items.gates.grammar import no_grammatical_hint
from qa.training.items.gates.length import no_odd_length
from qa.training.items.gates.one_language import one_language
from qa.training.items.gates.quoted import shown_is_quoted, verified_quote
from qa.training.items.gates.same_type import same_type
from qa.training.items.gates.self_contained import source_named, stands_alone, well_formed
from qa.training.items.gates.source_needed import no_echo, no_set_phrase, unsaid
from qa.training.items.gates.synonyms import no_synonyms
from qa.training.items.gates.worth_attributing import worth_attributing
from qa.training.items.gates.worth_reading import worth_reading
from tests.fake_embedder import FakeEmbedder
from tests.training_drafts import AUTRES, OTHERS, SURVEY, Material, filled, option, options, place


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Material]:
    library = Library(tmp_path_factory.mktemp("gates"), FakeEmbedder(), starter=False)
    yield Material(filled(library))
    library.close()


@pytest.fixture
def figure(material: Material) -> Draft:
    return material.figure()


@pytest.fixture
def cloze(material: Material) -> Draft:
    return material.cloze()


@pytest.fixture
def context(material: Material) -> Context:
    return material.context


def why(gate: Gate, draft: Draft, context: Context) -> str:
    found = gate(draft, context)
    return found.en if found else ""


# What passes everything, so that each refusal below is due to what was spoilt.


@pytest.mark.parametrize("gate", [*OF_THE_QUESTION, *OF_AN_OPTION, *OF_ALL_OPTIONS])
def test_good_drafts_pass_every_gate(gate: Gate, material: Material) -> None:
    good = [material.figure(), material.cloze(), material.statement()]
    assert [why(gate, draft, material.context) for draft in good] == ["", "", ""]


def test_good_drafts_are_admitted(figure: Draft, cloze: Draft, context: Context) -> None:
    for draft in (figure, cloze):
        result = admitted(draft, context)
        assert isinstance(result, Draft)
        assert result.distractors == draft.distractors


# Distinct options


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("40 %", "40%"),
        ("40 %", "four in ten"),
        ("a third", "one third"),
        ("twelve firms", "12 firms"),
        ("Customer Experience", "customer experience"),
        ("the customer’s voice", "voice of the customer"),
        ("NPS", "Net Promoter Score"),
    ],
)
def test_one_option_in_two_forms_is_refused(
    right: str, wrong: str, figure: Draft, context: Context
) -> None:
    draft = replace(figure, right=Option(right), distractors=options(wrong))
    assert "are the same option" in why(distinct_options, draft, context)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("40 %", "41 %"),
        ("3 months", "3 years"),
        ("a leader", "not a leader"),
        ("journey maps", "exit surveys"),
    ],
)
def test_different_options_are_distinct(
    right: str, wrong: str, figure: Draft, context: Context
) -> None:
    draft = replace(figure, right=Option(right), distractors=options(wrong))
    assert why(distinct_options, draft, context) == ""


def test_two_wrong_options_may_not_be_the_same_either(figure: Draft, context: Context) -> None:
    draft = replace(figure, distractors=options("12 %", "65 %", "12%"))
    assert why(distinct_options, draft, context) == "“12 %” and “12%” are the same option"


# The same type


@pytest.mark.parametrize("wrong", ["12 months", "four in ten", "12 times", "$12", "12"])
def test_a_figure_stands_beside_figures_of_its_unit_and_shape(
    wrong: str, figure: Draft, context: Context
) -> None:
    draft = replace(figure, distractors=options(wrong))
    assert "of another type" in why(same_type, draft, context)


def test_one_and_several_are_one_unit(figure: Draft, context: Context) -> None:
    draft = replace(figure, right=Option("1 month"), distractors=options("3 months", "12,5 months"))
    assert why(same_type, draft, context) == ""


def test_a_term_stands_beside_terms(cloze: Draft, context: Context) -> None:
    draft = replace(cloze, distractors=options("the umbrella"))
    assert "of another type" in why(same_type, draft, context)


@pytest.mark.parametrize("wrong", ["John Poe", "Tamber (2020)", "Tamber"])
def test_sources_may_be_known_in_other_ways(wrong: str, figure: Draft, context: Context) -> None:
    draft = replace(
        figure,
        kind=ItemKind.SOURCE,
        right=Option("Jane Roe (Marlow, 2019)"),
        distractors=options(wrong),
    )
    assert why(same_type, draft, context) == ""


@pytest.mark.parametrize("wrong", ["Tamber", "Jane Roe and John Poe"])
def test_a_person_stands_beside_people(wrong: str, figure: Draft, context: Context) -> None:
    draft = replace(
        figure, kind=ItemKind.WHO_SAID, right=Option("Jane Roe"), distractors=options(wrong)
    )
    assert why(same_type, draft, context) != ""
    alike = replace(draft, distractors=options("John Poe", "Nobody Known"))
    assert why(same_type, alike, context) == ""


def test_an_item_of_a_list_stands_beside_items_of_its_form(figure: Draft, context: Context) -> None:
    draft = replace(
        figure,
        kind=ItemKind.LIST,
        right=Option("Customers are heard before decisions are made"),
        distractors=options("Culture"),
    )
    assert "written otherwise" in why(same_type, draft, context)


# From elsewhere


def test_a_wrong_option_is_not_of_the_same_passage(cloze: Draft, context: Context) -> None:
    draft = replace(cloze, distractors=(option(SURVEY, "the chief executive"),))
    assert "of the passage" in why(from_elsewhere, draft, context)


def test_a_wrong_option_is_not_said_by_the_quote(cloze: Draft, context: Context) -> None:
    draft = replace(cloze, distractors=options("customer journeys"))
    assert "the quote says" in why(from_elsewhere, draft, context)


def test_a_wrong_figure_is_not_said_by_the_quote_in_another_form(
    figure: Draft, context: Context
) -> None:
    draft = replace(figure, distractors=options("40%"))
    assert "the quote says" in why(from_elsewhere, draft, context)


def test_a_wrong_option_stands_where_it_is_said_to(figure: Draft, context: Context) -> None:
    start, end = place(OTHERS, "12 %")
    draft = replace(figure, distractors=(Option("12 %", OTHERS.id, Span(start + 1, end + 1)),))
    assert "does not stand" in why(from_elsewhere, draft, context)


# No synonyms


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("the complaint", "the complaints of customers"),  # holds it
        ("word of mouth", "recommendation"),  # one concept or the wider one
        ("NPS", "the Net Promoter Score"),
    ],
)
def test_what_may_mean_the_same_is_refused(
    right: str, wrong: str, cloze: Draft, context: Context
) -> None:
    draft = replace(cloze, right=Option(right), distractors=options(wrong))
    assert "may mean the same" in why(no_synonyms, draft, context)


def test_a_wider_concept_would_be_true_as_well(cloze: Draft, context: Context) -> None:
    wider = {narrow.id: narrow.broader for narrow in context.thesaurus.concepts}
    assert "telephone" in wider["call-back"]  # what the example below rests on
    draft = replace(cloze, right=Option("callback"), distractors=options("telephone"))
    assert "may mean the same" in why(no_synonyms, draft, context)


# No leak by length


def test_the_right_option_may_not_be_the_longest_by_far(cloze: Draft, context: Context) -> None:
    long = Option("a complaint that nobody in the firm has ever answered")
    draft = replace(cloze, right=long, distractors=options("an exit survey", "a call", "a letter"))
    assert "the longest by far" in why(no_odd_length, draft, context)


def test_the_right_option_may_not_be_the_shortest_by_far(cloze: Draft, context: Context) -> None:
    wrong = options("the survey at the exit", "the letters from customers", "the calls of agents")
    draft = replace(cloze, right=Option("the call"), distractors=wrong)
    assert "the shortest by far" in why(no_odd_length, draft, context)


def test_one_wrong_option_of_its_length_is_enough(cloze: Draft, context: Context) -> None:
    wrong = options("the survey at the exit", "the letter", "the calls of agents")
    draft = replace(cloze, right=Option("the call"), distractors=wrong)
    assert why(no_odd_length, draft, context) == ""


# No leak by grammar


@pytest.mark.parametrize(
    "wrong",
    ["a journey", "journey maps", "The journey", "the journeys", "the journey."],
)
def test_a_wrong_option_is_written_as_the_right_one(
    wrong: str, cloze: Draft, context: Context
) -> None:
    draft = replace(cloze, distractors=options(wrong))
    assert "is not written as" in why(no_grammatical_hint, draft, context)


@pytest.mark.parametrize(
    ("shown", "wrong", "fits"),
    [
        ("She makes an ____.", "empathy map", True),
        ("She makes an ____.", "journey map", False),
        ("She makes a ____.", "exit survey", False),
        ("She makes a ____.", "user test", True),
        ("She makes a ____.", "customer feedback", False),
    ],
)
def test_the_english_article_before_a_gap_fits_every_option(
    shown: str, wrong: str, fits: bool, cloze: Draft, context: Context
) -> None:
    draft = replace(cloze, right=Option("idea"), shown=shown, distractors=options(wrong))
    assert (why(no_grammatical_hint, draft, context) == "") is fits


@pytest.mark.parametrize(
    ("shown", "wrong", "fits"),
    [
        ("Elle mesure le ____.", "parcours", None),
        ("Elle mesure le ____.", "traitement", True),
        ("Elle mesure le ____.", "satisfaction", False),
        ("Elle mesure la ____.", "traitement", False),
        ("Elle mesure la ____.", "fidélité", True),
        ("Elle mesure la ____.", "écoute", False),
        ("Elle mesure l'____.", "écoute", True),
        ("Elle mesure l’____.", "fidélité", False),
        ("Elle mesure une ____.", "écoute", True),
        ("Elle mesure un ____.", "réclamation", False),
    ],
)
def test_the_french_article_before_a_gap_fits_every_option(
    shown: str, wrong: str, fits: bool | None, material: Material
) -> None:
    right = "satisfaction client"
    draft = replace(material.cloze_fr(right, wrong), shown=shown)
    said = why(no_grammatical_hint, draft, material.context)
    if fits is None:  # a plural, or a singular in "s": not seen, so it is not written alike
        assert "is not written as" in said
    else:
        assert (said == "") is fits


@pytest.mark.parametrize("wrong", ["les parcours", "une culture client", "l'écoute", "écoute"])
def test_french_determiners_are_those_of_the_right_option(wrong: str, material: Material) -> None:
    draft = material.cloze_fr("la satisfaction client", wrong)
    assert "is not written as" in why(no_grammatical_hint, draft, material.context)


# Not answerable without the source


def test_the_figure_is_not_in_the_question(figure: Draft, context: Context) -> None:
    draft = replace(figure, stem="Is it 40% or less?")
    assert "already says “40%”" in why(unsaid, draft, context)


def test_the_term_is_not_in_the_question(cloze: Draft, context: Context) -> None:
    draft = replace(cloze, stem="Which term for complaints is missing?")
    assert "already says “complaint”" in why(unsaid, draft, context)


def test_the_concept_is_not_in_the_question_in_other_words(cloze: Draft, context: Context) -> None:
    draft = replace(cloze, right=Option("the NPS"), stem="Which Net Promoter measure is missing?")
    assert "already says “net-promoter-score”" in why(unsaid, draft, context)


def test_a_name_does_not_tell_whose_finding_it_is(said: Draft, context: Context) -> None:
    """A council of CMOs asks marketing directors."""
    found = replace(said, right=Option("CMO Council"), shown="Marketing directors doubt it: 14%.")
    assert (
        why(unsaid, found, context)
        == "the question already says “head of marketing”, of the right option"
    )
    assert why(unsaid, replace(found, shown="Customers doubt it: 14%."), context) == ""


def test_a_definition_may_hold_a_part_of_its_term_that_wrong_terms_have(
    cloze: Draft, context: Context
) -> None:
    stem = "Which measure that customers give is defined here?"
    draft = replace(
        cloze, kind=ItemKind.DEFINITION, stem=stem, right=Option("customer satisfaction")
    )
    assert why(unsaid, draft, context) == ""
    alone = replace(draft, distractors=(Option("loyalty"), Option("trust"), Option("churn")))
    assert "only the right option repeats" in why(no_echo, alone, context)
    beside = replace(draft, distractors=(Option("customer effort"), Option("trust")))
    assert why(no_echo, beside, context) == ""


def test_the_right_option_is_not_the_only_one_to_repeat_the_question(
    figure: Draft, context: Context
) -> None:
    draft = replace(
        figure,
        kind=ItemKind.LIST,
        right=Option("Services fail at the till"),
        shown="Jane Roe tells where services fail:\n- ____",
        distractors=options("Journeys end too late", "Nobody listens to staff"),
    )
    assert "only the right option" in why(no_echo, draft, context)
    both = (Option("Services fail online"), *draft.distractors)
    assert why(no_echo, replace(draft, distractors=both), context) == ""


def test_the_gap_is_no_part_of_a_set_phrase(cloze: Draft, context: Context) -> None:
    draft = replace(cloze, right=Option("journeys"), answer=place(SURVEY, "journeys"))
    assert why(no_set_phrase, draft, context) == "the gap is a part of “customer journeys”"


def test_the_gap_is_no_part_of_a_name(cloze: Draft, context: Context) -> None:
    draft = replace(cloze, right=Option("Roe"), answer=place(SURVEY, "Roe"))
    assert "the gap is a part of" in why(no_set_phrase, draft, context)


@pytest.mark.parametrize(
    ("shown", "contradicts"),
    [
        ("According to Marlow, trust fell from 55 percent in 2016 to 77 percent.", True),
        ("According to Marlow, trust rose from 55 percent in 2016 to 77 percent.", False),
        ("According to Marlow, the score rose from 4.5 to 3.9 in a year.", True),
        ("Selon Marlow, la part des agences a reculé de 12 % à 40 % en un an.", True),
        ("Selon Marlow, la part des agences a augmenté de 12 % à 40 % en un an.", False),
    ],
)
def test_a_statement_does_not_contradict_itself(
    shown: str, contradicts: bool, material: Material
) -> None:
    said = why(no_contradiction, material.statement(shown, true=False), material.context)
    assert ("contradicts itself" in said) is contradicts


def test_no_wrong_figure_makes_the_sentence_contradict_itself(
    figure: Draft, context: Context
) -> None:
    shown = "According to Marlow, trust rose from ____ in 2016 to 77 % in 2023."
    draft = replace(figure, shown=shown, distractors=options("98 %"))
    assert "contradicts itself" in why(no_contradiction, draft, context)
    assert why(no_contradiction, replace(draft, distractors=options("55 %")), context) == ""


# Self-contained wording


@pytest.mark.parametrize(
    "shown",
    [
        "This shows where a service fails, and ____ tells why.",
        "They show where a service fails, and ____ tells why.",
        "According to this article, journeys fail, and ____ tells why.",
        "In the list above, journeys fail, and ____ tells why.",
        "Whoever has the five competencies sees that ____ tells why.",
        "Time in the operations concerned, and ____ too, says Jane Roe of the house in question.",
    ],
)
def test_nothing_leans_on_what_is_not_shown(shown: str, cloze: Draft, context: Context) -> None:
    assert "refers to what is not shown" in why(stands_alone, replace(cloze, shown=shown), context)


@pytest.mark.parametrize(
    "shown",
    [
        "Elle dépend de ____ rendu en agence.",
        "« Cette étude place ____ avant tout. »",
        "Selon cet article, ____ compte.",
        "Le baromètre ci-dessus place ____ avant tout.",
        "Pour Anne Roux, les trois compétences comptent moins que ____.",
    ],
)
def test_nothing_leans_in_french(shown: str, material: Material) -> None:
    draft = replace(material.cloze_fr("la qualité du service"), shown=shown)
    assert "refers to what is not shown" in why(stands_alone, draft, material.context)


def test_the_source_is_named(figure: Draft, context: Context) -> None:
    draft = replace(figure, shown="Of all officers, ____ report to the chief executive.")
    assert why(source_named, draft, context) == "the question names no source"
    named = replace(draft, stem="Which figure does marlow give?")
    assert why(source_named, named, context) == ""


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"shown": "According to the Marlow survey, many report."}, "0 gaps"),
        ({"shown": "Marlow says ____ or ____."}, "2 gaps"),
        ({"stem": "Which term is missing"}, "does not end"),
        ({"shown": "According to Marlow (in 2019, ____ tells why."}, "not closed"),
        ({"shown": "According to Marlow, “____ tells why."}, "not closed"),
        ({"shown": "where a service fails, and ____ tells why."}, "no whole sentence"),
        ({"shown": "Journeys show where it fails, and ____ tells"}, "no whole sentence"),
    ],
)
def test_a_question_is_formed_as_one(
    changed: dict[str, str], reason: str, cloze: Draft, context: Context
) -> None:
    draft = replace(cloze, **changed)  # type: ignore[arg-type]
    assert reason in why(well_formed, draft, context)


# A verified quote


def test_the_answer_stands_in_the_quote(figure: Draft, context: Context) -> None:
    draft = replace(figure, answer=place(SURVEY, "the complaint"))
    assert why(verified_quote, draft, context) == "the answer does not stand in the quote"


def test_the_right_option_is_what_is_written(figure: Draft, context: Context) -> None:
    draft = replace(figure, right=Option("four in ten"))
    assert "is not what is written: “40 %”" in why(verified_quote, draft, context)


def test_a_judgement_is_on_the_whole_quote(material: Material) -> None:
    statement = material.statement()
    start, end = statement.answer
    draft = replace(statement, answer=Span(start, end - 1))
    assert why(verified_quote, draft, material.context) != ""


def test_the_article_is_the_library_s_own(figure: Draft, context: Context) -> None:
    changed = replace(SURVEY, text=SURVEY.text)
    object.__setattr__(changed, "text", SURVEY.text.replace("Marlow", "Farrow"))
    draft = replace(figure, claim=replace(figure.claim, article=changed))
    assert why(verified_quote, draft, context) == "the quote is not in the article"


def test_what_is_shown_is_what_the_quote_says(material: Material) -> None:
    altered = "According to the Marlow survey, 55 % of officers report to the chief executive."
    gate, context = shown_is_quoted, material.context
    assert why(gate, material.statement(altered), context) == (
        "what is shown is not what the quote says"
    )
    assert why(gate, material.statement(altered, true=False), context) == ""
    figure = replace(material.figure(), shown="According to the Marlow poll, ____ report.")
    assert why(gate, figure, context) != ""


# One language


def test_stem_and_sentence_are_in_the_language_of_the_claim(
    figure: Draft, context: Context
) -> None:
    stem = "Quelle est la part de ces directeurs qui en dépendent ?"
    assert "in another language" in why(one_language, replace(figure, stem=stem), context)


def test_options_are_taken_from_passages_in_the_language(cloze: Draft, context: Context) -> None:
    draft = replace(cloze, distractors=(option(AUTRES, "fidélité"),))
    assert "in another language" in why(one_language, draft, context)


# Worth attributing


COMMONPLACE = "Customer journeys show where a service fails, and the complaint tells why."
MODEL = "Three reasons explain why a service fails, and the complaint tells which it is."


@pytest.fixture
def said(cloze: Draft) -> Draft:
    """What Jane Roe says: it counts nothing and takes no side."""
    return replace(cloze, kind=ItemKind.WHO_SAID, right=Option("Jane Roe"), shown=COMMONPLACE)


def test_what_anybody_might_say_is_not_asked_for(said: Draft, context: Context) -> None:
    assert why(worth_attributing, said, context) == "anybody might say this"
    source = replace(said, kind=ItemKind.SOURCE)
    assert why(worth_attributing, source, context) == "anybody might say this"
    assert why(worth_attributing, replace(said, kind=ItemKind.CLOZE), context) == ""


def test_a_finding_is_asked_for_of_somebody_whom_several_works_name(
    said: Draft, context: Context
) -> None:
    """A source is asked for whatever its name, since what is read of it is known."""
    finding = replace(said, shown="Complaints of 40% of the customers are not answered.")
    assert why(worth_attributing, finding, context) == "only one source names Jane Roe"
    assert why(worth_attributing, replace(finding, right=Option("John Poe")), context) == ""
    assert why(worth_attributing, replace(finding, kind=ItemKind.SOURCE), context) == ""


def test_a_finding_torn_from_its_sample_is_not_asked_for(said: Draft, context: Context) -> None:
    torn = replace(said, shown="Complaints of another group, 40%, are not answered.")
    assert why(worth_attributing, torn, context) == "anybody might say this"


def test_a_side_in_a_debate_is_asked_for(said: Draft, material: Material) -> None:
    """That chief customer officers report to the chief executive."""
    takes_side = replace(said, claim=material.claim(SURVEY, "According"))
    assert why(worth_attributing, takes_side, material.context) == ""


def test_a_model_is_asked_for_of_somebody_whom_several_works_name(
    said: Draft, context: Context
) -> None:
    """A French article names John Poe, too."""
    model = replace(said, shown=MODEL)
    assert why(worth_attributing, model, context) == "only one source names Jane Roe"
    assert why(worth_attributing, replace(model, right=Option("John Poe")), context) == ""


def test_who_only_retells_is_not_asked_for(said: Draft, material: Material) -> None:
    claim = material.claim(OTHERS, "John Poe reports")
    finding = "A net promoter score falls by 40% with each call."
    retold = replace(said, claim=claim, right=Option("John Poe"), shown=finding)
    gate, context = worth_attributing, material.context
    assert why(gate, retold, context) == "the source only tells what others say"
    assert why(gate, replace(retold, claim=said.claim), context) == ""


# Worth reading


def test_a_short_quote_is_not_asked_about(figure: Draft, context: Context) -> None:
    claim = figure.claim
    short = replace(claim, span=Span(claim.span.start, claim.span.start + 30))
    assert "the quote has 5 words" in why(worth_reading, replace(figure, claim=short), context)


@pytest.mark.parametrize(
    "spoilt", ["see www.example.org", "write to a@b.org", "the *best*", "[link](x)", "a | b"]
)
def test_addresses_and_markup_are_not_shown(spoilt: str, cloze: Draft, context: Context) -> None:
    shown = f"According to Marlow, {spoilt}, ____ tells why."
    assert "is no plain text" in why(worth_reading, replace(cloze, shown=shown), context)


def test_what_is_perhaps_so_is_not_judged(material: Material) -> None:
    hedged = "According to the Marlow survey, officers perhaps report to the chief executive."
    said = why(worth_reading, material.statement(hedged), material.context)
    assert said == "what is perhaps so is never false"


def test_options_are_neither_empty_nor_very_long(cloze: Draft, context: Context) -> None:
    empty = replace(cloze, distractors=options(" "))
    long = replace(cloze, distractors=options("word " * 46))
    assert why(worth_reading, empty, context) == "an option is empty"
    assert why(worth_reading, long, context) == "an option is very long"


# The way through them


def test_bad_wrong_options_give_way_to_good_ones(figure: Draft, context: Context) -> None:
    bad = options("40%", "12 months", "four in ten")
    result = admitted(replace(figure, distractors=(*bad, *figure.distractors)), context)
    assert isinstance(result, Draft)
    assert [each.text for each in result.distractors] == ["12 %", "65 %", "80 %"]


def test_too_few_good_wrong_options_are_refused_for_what_the_first_bad_one_fails(
    figure: Draft, context: Context
) -> None:
    wrong = (*options("12 months"), *figure.distractors[:1])
    result = admitted(replace(figure, distractors=wrong), context)
    assert isinstance(result, Refused)
    assert result.gate == "same_type"
    assert result.why.fr == "«\u00a012 months\u00a0» n’est pas du même type que «\u00a040 %\u00a0»"


def test_two_are_shown_where_no_three_can_stand_together(figure: Draft, context: Context) -> None:
    wrong = options("12 %", "12%", "65 %")
    result = admitted(replace(figure, distractors=wrong), context)
    assert isinstance(result, Draft)
    assert [each.text for each in result.distractors] == ["12 %", "65 %"]


def test_two_wrong_figures_are_enough_and_two_wrong_terms_are_not(
    figure: Draft, cloze: Draft, context: Context
) -> None:
    result = admitted(replace(figure, distractors=figure.distractors[:2]), context)
    assert isinstance(result, Draft)
    assert len(result.distractors) == 2
    few = admitted(replace(cloze, distractors=cloze.distractors[:2]), context)
    assert isinstance(few, Refused)
    assert (few.gate, few.why.en) == ("too_few", "only 2 wrong options were found")


def test_none_at_all_are_too_few(figure: Draft, context: Context) -> None:
    result = admitted(replace(figure, distractors=()), context)
    assert isinstance(result, Refused)
    assert (result.gate, result.why.en) == ("too_few", "only 0 wrong options were found")


def test_wrong_options_are_chosen_so_that_no_length_stands_out(
    cloze: Draft, context: Context
) -> None:
    long = options("the customer satisfaction", "the employee engagement", "the net promoter score")
    short = options("the detractor")
    result = admitted(replace(cloze, distractors=(*long, *short)), context)
    assert isinstance(result, Draft)
    assert [each.text for each in result.distractors] == [
        "the customer satisfaction", "the employee engagement", "the detractor",
    ]  # fmt: skip


def test_a_question_is_refused_before_its_options_are_looked_at(
    figure: Draft, context: Context
) -> None:
    result = admitted(replace(figure, stem="Is it 40 %?"), context)
    assert isinstance(result, Refused)
    assert result.gate == "unsaid"
