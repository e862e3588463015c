"""The disputes of a competency, each with those who take a position."""

from index.library import Library
from qa.training.map_reading import competencies
from qa.training.path.contested import ContestedQuestions
from tests.path_material import competency


def test_positions_with_their_sources(starter_library: Library) -> None:
    of = next(each for each in competencies() if each.id == "reporting-line")
    questions, snapshot = ContestedQuestions(), starter_library.snapshot()
    found = questions.of(of, "fr", snapshot)
    assert [each.dispute.id for each in found] == list(of.disputes)
    line = next(each for each in found if each.dispute.id == "reporting-line")
    assert {stance.option.id for stance in line.stances if stance.option} >= {
        "chief-executive",
        "marketing",
        "depends",
    }
    for stance in line.stances:
        works = [statement.article.work for statement in stance.statements]
        assert len(works) == len(set(works)) > 0
    assert questions.of(of, "fr", snapshot)[0] is found[0]


def test_a_library_that_says_nothing_leaves_the_question(library: Library) -> None:
    of = competency("line", 30, disputes=("reporting-line",))
    (found,) = ContestedQuestions().of(of, "en", library.snapshot())
    assert (found.dispute.id, found.stances) == ("reporting-line", ())
