"""The report of a run: what it shows, that nothing in it can act, and its filters in a browser."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from corpus.wording import Wording
from eval.report import plots, report_html
from eval.report.outcomes import Outcome, outcome
from eval.run import Bin, Curves, Retrieved, Run, write_run
from tests.chromium import needs_chromium
from tests.command_line import CommandLine
from tests.made_runs import ANSWER, REFUSAL, item, run

HOSTILE = "</script><script>document.title='taken'</script><img src=x onerror=\"alert(1)\">"


@pytest.fixture
def made() -> Run:
    hostile = Retrieved(1, HOSTILE, HOSTILE, 0, 9, False, HOSTILE)
    contested = {**ANSWER, "positions": [{"label": "directly to the captain", "citations": [1]}]}
    return run(
        item("p", answer=contested),
        item("q", question="L'horloge est-elle honnête ?", language="fr", kind="why",
             answer=REFUSAL, withheld="Elle l'est.", why=Wording(en="It hid.", fr="Cachée.")),
        item("r", question=HOSTILE, retrieved=(hostile,), right=False,
             measures={"nDCG@10": 0.5, "quote_validity": 1.0}),
        item("s", question="How many gulls?", answerable=False, gold=(), right=False,
             answer=REFUSAL, measures={"refused": 1.0}),
    )  # fmt: skip


def test_outcomes() -> None:
    assert outcome(item("p")) is Outcome.RIGHT
    assert outcome(item("p", right=False)) is Outcome.WRONG
    assert outcome(item("p", answer=REFUSAL)) is Outcome.WITHHELD
    assert outcome(item("p", answer=REFUSAL, answerable=False)) is Outcome.REFUSED
    assert outcome(item("p", answerable=False)) is Outcome.UNFOUNDED
    assert [each for each in Outcome if each.is_good] == [Outcome.RIGHT, Outcome.REFUSED]


def test_where_the_marks_stand() -> None:
    assert plots.place(0, 0) == (50, 252)  # the y axis of a drawing points down
    assert plots.place(1, 1) == (290, 12)
    bins = (Bin(0.0, 0.5, 4, 0.25, 0.5), Bin(0.5, 1.0, 16, 0.75, 1.0))
    made = run(item("p"), curves=Curves(((0.5, 0.0), (1.0, 0.25)), bins))
    small, large = plots.dots(made)
    assert (small.at, small.radius) == ((110.0, 132.0), 4.5)  # a quarter of the area
    assert (large.at, large.radius) == ((230.0, 12.0), 9.0)
    assert plots.curve(made) == "170.0,252.0 290.0,192.0"


def test_where_the_product_stands_today(made: Run) -> None:
    assert plots.today(made) == (0.5, 0.5)  # of four questions two answered, one of them wrong
    assert plots.today(run(item("p", answer=REFUSAL))) is None


def test_what_it_shows(made: Run) -> None:
    html = report_html(made, "en")
    for text in (
        "Every quote stands in its article",
        "directly to the captain",
        "It hid.",
        "Elle l&#39;est.",
        "Nothing in the library answers",
        "rightly refused</span> 1",
    ):
        assert text in html
    # Of two values 1, 1 and 0.5 no resample has a mean above 1 or below a half.
    low, high = re.findall(r"nDCG@10</th>.*?>([\d.]+) – ([\d.]+)<", html)[0]
    assert 0.5 <= float(low) < float(high) <= 1


def test_a_broken_promise_is_said_first(made: Run) -> None:
    broken = replace(made, items=(*made.items, item("t", measures={"quote_validity": 0.5})))
    assert "A promise is broken" in report_html(broken, "en")


def test_in_french(made: Run) -> None:
    html = report_html(made, "fr")
    for text in ('<html lang="fr">', "Qualité des réponses\u00a0:", "Cachée.", "0,833"):
        assert text in html
    assert "It hid." not in html


def test_the_same_run_has_the_same_report(made: Run) -> None:
    assert report_html(made, "en") == report_html(made, "en")


def test_what_others_wrote_stays_text(made: Run) -> None:
    html = report_html(made, "en")
    assert html.count("<script") == 1
    assert "<img" not in html
    assert "http" not in html.replace("http-equiv", "").replace("https://harbour.example", "")


def test_the_command(cxlit: CommandLine, made: Run, tmp_path: Path) -> None:
    saved, file = tmp_path / "run.json", tmp_path / "report.html"
    write_run(saved, made)
    assert cxlit("eval", "report", saved, file).out == f"Report: {file}\n"
    assert '<html lang="en">' in file.read_text(encoding="utf-8")
    assert "--force" in cxlit("eval", "report", saved, file).complaint
    assert cxlit("eval", "report", saved, file, "--force", "--language", "fr").code == 0
    assert '<html lang="fr">' in file.read_text(encoding="utf-8")


@pytest.fixture
def opened(browser: Browser, made: Run, tmp_path: Path) -> Iterator[Page]:
    file = tmp_path / "report.html"
    file.write_text(report_html(made, "en"), encoding="utf-8")
    with browser.new_context() as context:
        page = context.new_page()
        complaints: list[str] = []
        fetched: list[str] = []

        def refuse(route: Route) -> None:
            fetched.append(route.request.url)
            route.abort()

        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(file.as_uri())
        page.route("**/*", refuse)
        yield page
        assert (complaints, fetched) == ([], [])


@needs_chromium
def test_nothing_of_others_acts(opened: Page) -> None:
    opened.locator(".question").nth(2).locator("> summary").click()
    expect(opened.get_by_role("heading", name="document.title")).to_be_visible()
    expect(opened).to_have_title("Answer quality: harbour")


@needs_chromium
def test_filters(opened: Page) -> None:
    questions = opened.locator(".questions > li:visible")
    expect(questions).to_have_count(4)
    opened.get_by_label("Outcome").select_option("rightly refused")
    expect(questions).to_have_count(1)
    expect(questions).to_contain_text("How many gulls?")
    expect(opened.get_by_role("status")).to_have_text("1 / 4 shown")
    opened.get_by_label("Language").select_option("French")
    expect(opened.get_by_text("No question fits these filters.")).to_be_visible()
    opened.get_by_role("button", name="Clear the filters").click()
    expect(questions).to_have_count(4)
    opened.get_by_label("Search in questions").fill("HONNETE horloge")
    expect(questions).to_have_count(1)


@needs_chromium
def test_a_question_opens_by_keyboard(opened: Page) -> None:
    question = opened.locator(".question").first
    question.locator("> summary").focus()
    opened.keyboard.press("Enter")
    expect(question.get_by_text("What answers, by the gold set")).to_be_visible()


@needs_chromium
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_window(opened: Page, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 800})
    opened.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
