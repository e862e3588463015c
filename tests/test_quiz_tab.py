"""A quiz in a real browser: chosen, answered, reported as wrong, taken again."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from corpus.article import Article
from qa.training.review.review import Grade, Occasion
from tests.chromium import needs_chromium
from tests.fake_desk import ENGLISH, FRENCH
from tests.served_page import Site, opened
from tests.shelved import FOUR_OF_TEN, MEASURES, quoting, shelve

pytestmark = needs_chromium

# Two questions on one passage never come together: each of these has its own article.
WRITTEN = Article(
    title="Written down",
    text="## The mandate\n\nA mandate that nobody wrote down ends with its author.\n",
    language="en",
)
ECRIT = Article(
    title="Le mandat écrit",
    text="## Le mandat\n\nUn mandat que personne n’a écrit finit avec son auteur.\n",
    language="fr",
)
AUTHOR = quoting(
    WRITTEN,
    "A mandate that nobody wrote down ends with its author.",
    "its author",
    "its budget",
    "its first year",
    id_="author",
    stem="With what does a mandate end that nobody wrote down?",
)
AUTEUR = quoting(
    ECRIT,
    "Un mandat que personne n’a écrit finit avec son auteur.",
    "son auteur",
    "son budget",
    "sa première année",
    id_="auteur",
    stem="Avec quoi finit un mandat que personne n’a écrit\u00a0?",
)
ENGLISH_ONES = {item.stem: item for item in (AUTHOR, MEASURES)}
FRENCH_ONES = {item.stem: item for item in (AUTEUR, FOUR_OF_TEN)}


@pytest.fixture(autouse=True)
def items(site: Site) -> None:
    site.desk.reset((FRENCH, ENGLISH, WRITTEN, ECRIT))
    shelve(site.training, AUTHOR, MEASURES, AUTEUR, FOUR_OF_TEN)


def open_quiz(page: Page, train: str = "Train") -> Locator:
    page.get_by_role("tab", name=train).click()
    page.get_by_role("tab", name="Quiz").click()
    quiz = page.locator("#quiz")
    expect(quiz.locator(".quiz-start")).to_be_visible()
    return quiz


def in_hand(quiz: Locator, gone: str = "") -> str:
    """The stem of the question that is asked, once the one before has `gone`."""
    heading = quiz.locator(".options h2")
    expect(heading).to_be_visible()
    if gone:
        expect(heading).not_to_have_text(gone)
    return heading.inner_text()


def test_a_quiz_from_the_first_question_to_the_last(page: Page, site: Site) -> None:
    quiz = open_quiz(page)
    quiz.get_by_role("button", name="Start the quiz").click()
    expect(quiz.locator(".place")).to_contain_text("Question 1 of 2")
    expect(quiz.locator("h2")).to_be_focused()
    first = in_hand(quiz)
    quiz.get_by_label(ENGLISH_ONES[first].right).check()
    quiz.get_by_role("button", name="Answer").click()
    outcome = quiz.locator(".outcome")
    expect(outcome.locator("h2")).to_contain_text("Right")
    expect(outcome.locator("h2")).to_be_focused()
    expect(outcome.locator(".judged .right")).to_contain_text("your answer, right")
    expect(outcome.locator("mark")).to_have_text(ENGLISH_ONES[first].quote)

    quiz.get_by_role("button", name="Next question").click()
    second = in_hand(quiz, gone=first)
    wrong = ENGLISH_ONES[second].options[1]
    quiz.get_by_label(wrong).check()
    quiz.get_by_role("button", name="Answer").click()
    expect(outcome.locator("h2")).to_contain_text("Not right")
    expect(outcome.locator(".judged .chosen")).to_contain_text("your answer")
    expect(outcome.locator(".judged .right")).to_contain_text("right answer")

    quiz.get_by_role("button", name="See the result").click()
    expect(quiz.locator("h2")).to_have_text("1 of 2 right")
    expect(quiz.locator("h2")).to_be_focused()
    expect(quiz.locator(".missed > li")).to_have_count(1)
    expect(quiz.locator(".missed .answer")).to_contain_text(ENGLISH_ONES[second].right)

    reviews = site.training.training.reviews.of("local")
    assert [(each.item, each.correct, each.grade) for each in reviews] == [
        (ENGLISH_ONES[first].id, True, Grade.GOOD),
        (ENGLISH_ONES[second].id, False, Grade.AGAIN),
    ]
    assert {each.occasion for each in reviews} == {Occasion.QUIZ}
    assert reviews[1].said == wrong

    quiz.get_by_role("button", name="Again with the missed ones").click()
    expect(quiz.locator(".place")).to_contain_text("Question 1 of 1")
    assert in_hand(quiz) == second


def test_by_keyboard_alone(page: Page, site: Site) -> None:
    quiz = open_quiz(page)
    quiz.get_by_role("button", name="Start the quiz").focus()
    page.keyboard.press("Enter")
    expect(quiz.locator(".options h2")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(quiz.get_by_role("radio").first).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(quiz.get_by_role("radio").nth(1)).to_be_checked()
    page.keyboard.press("Enter")
    expect(quiz.locator(".outcome h2")).to_be_focused()
    (review,) = site.training.training.reviews.of("local")
    item = site.training.training.bank.item(review.item)
    assert item and review.said in item.options


def test_nothing_chosen_is_refused_and_not_knowing_is_an_answer(page: Page, site: Site) -> None:
    quiz = open_quiz(page)
    quiz.get_by_role("button", name="Start the quiz").click()
    stem = in_hand(quiz)
    quiz.get_by_role("button", name="Answer").click()
    expect(quiz.get_by_role("alert")).to_have_text("Choose an answer first.")
    expect(quiz.get_by_role("alert")).to_be_focused()
    assert site.training.training.reviews.of("local") == ()
    quiz.get_by_role("button", name="I don’t know").click()
    expect(quiz.locator(".outcome h2")).to_contain_text("Now you know")
    (review,) = site.training.training.reviews.of("local")
    assert (review.item, review.correct, review.said) == (ENGLISH_ONES[stem].id, False, "")


def test_one_competency_and_the_quote_in_the_reader(page: Page) -> None:
    quiz = open_quiz(page)
    quiz.locator(".quiz-start").get_by_text("Measures", exact=False).first.click()
    quiz.get_by_role("button", name="Start the quiz").click()
    expect(quiz.locator(".place")).to_contain_text("Question 1 of 1")
    expect(quiz.locator(".shown")).to_have_text(MEASURES.shown)
    quiz.get_by_label("rarely").check()
    quiz.get_by_role("button", name="Answer").click()
    quiz.get_by_role("button", name="Read it in the article").click()
    reader = page.locator(".reader .panel:visible")
    expect(reader.locator("h2")).to_have_text("A seat at the table")
    expect(reader.locator("mark")).to_have_text(MEASURES.quote)


def test_a_double_click_counts_once(page: Page, site: Site) -> None:
    quiz = open_quiz(page)
    quiz.get_by_role("button", name="Start the quiz").click()
    in_hand(quiz)
    quiz.get_by_role("radio").first.check()
    quiz.get_by_role("button", name="Answer").dblclick()
    expect(quiz.locator(".outcome")).to_be_visible()
    quiz.get_by_role("button", name="Next question").dblclick()
    expect(quiz.locator(".place")).to_contain_text("Question 2 of 2")
    assert len(site.training.training.reviews.of("local")) == 1


def test_a_reload_in_the_middle_loses_no_answer(page: Page, site: Site) -> None:
    quiz = open_quiz(page)
    quiz.get_by_role("button", name="Start the quiz").click()
    first = in_hand(quiz)
    quiz.get_by_role("radio").first.check()
    quiz.get_by_role("button", name="Answer").click()
    expect(quiz.locator(".outcome")).to_be_visible()
    page.reload()
    expect(page.locator(".hero")).to_be_visible()
    (review,) = site.training.training.reviews.of("local")
    assert review.item == ENGLISH_ONES[first].id
    quiz = open_quiz(page)
    expect(quiz.locator(".quiz-left .hint")).to_have_text("Question 2 of 2")
    page.get_by_text("Français", exact=True).click()
    quiz.get_by_role("button", name="Reprendre votre quiz").click()
    expect(quiz.locator(".place")).to_contain_text("Question 2 sur 2")
    assert in_hand(quiz) != first
    quiz.get_by_role("button", name="Je ne sais pas").click()
    quiz.get_by_role("button", name="Voir le résultat").click()
    expect(quiz.locator("h2")).to_contain_text("sur 2")
    assert len(site.training.training.reviews.of("local")) == 2
    page.reload()
    page.get_by_text("English", exact=True).click()
    expect(open_quiz(page).locator(".quiz-left")).to_have_count(0)


def test_a_new_quiz_instead_of_the_one_that_was_left(page: Page) -> None:
    quiz = open_quiz(page)
    quiz.get_by_role("button", name="Start the quiz").click()
    stem = in_hand(quiz)
    page.reload()
    quiz = open_quiz(page)
    expect(quiz.get_by_role("button", name="Go on with your quiz")).to_be_visible()
    quiz.get_by_role("button", name="Start the quiz").click()
    expect(quiz.locator(".place")).to_contain_text("Question 1 of 2")
    assert in_hand(quiz) == stem  # nothing was answered: the same questions are drawn


def test_a_double_click_at_the_end_keeps_what_was_missed(page: Page) -> None:
    quiz = open_quiz(page)
    quiz.get_by_role("button", name="Start the quiz").click()
    in_hand(quiz)
    quiz.get_by_role("button", name="I don’t know").click()
    quiz.get_by_role("button", name="End the quiz here").click()
    expect(quiz.get_by_role("button", name="The review")).to_be_visible()
    quiz.get_by_role("button", name="Again with the missed ones").dblclick()
    expect(quiz.locator(".place")).to_contain_text("Question 1 of 1")
    quiz.get_by_role("button", name="I don’t know").click()
    expect(quiz.locator(".outcome")).to_be_visible()


def test_from_the_end_one_goes_back_to_the_path(page: Page) -> None:
    quiz = open_quiz(page)
    quiz.get_by_role("button", name="Start the quiz").click()
    in_hand(quiz)
    quiz.get_by_role("button", name="End the quiz here").click()
    quiz.get_by_role("button", name="My path").click()
    expect(page.locator("#path h2")).to_be_focused()


def test_a_question_is_reported_and_the_report_taken_back(page: Page, site: Site) -> None:
    attention = site.training.training.attention
    quiz = open_quiz(page)
    quiz.get_by_role("button", name="Start the quiz").click()
    item = ENGLISH_ONES[in_hand(quiz)]
    quiz.get_by_role("button", name="I don’t know").click()
    quiz.get_by_role("button", name="This question is wrong").click()
    back = quiz.get_by_role("button", name="Take the report back")
    expect(back).to_be_focused()
    assert attention.reported("local") == {item.id}
    back.click()
    expect(quiz.get_by_role("button", name="This question is wrong")).to_be_focused()
    assert attention.reported("local") == set()


def test_ended_early_only_what_was_answered_counts(page: Page) -> None:
    quiz = open_quiz(page)
    quiz.get_by_role("button", name="Start the quiz").click()
    in_hand(quiz)
    quiz.get_by_role("button", name="End the quiz here").click()
    expect(quiz.locator("h2")).to_have_text("No question was answered.")
    quiz.get_by_role("button", name="Another quiz").click()
    expect(quiz.locator(".quiz-start")).to_be_visible()
    expect(quiz.locator("h2")).to_be_focused()


def test_a_competency_without_questions_says_so(page: Page) -> None:
    quiz = open_quiz(page)
    quiz.get_by_role("radio", name="Mandate", exact=False).check(force=True)
    quiz.get_by_role("button", name="Start the quiz").click()
    expect(quiz.get_by_role("alert")).to_contain_text("The library gives no questions here yet.")
    expect(quiz.get_by_role("radio", name="Mandate", exact=False)).to_be_checked()


def practise(page: Page, competency: str) -> None:
    """What clicks.js does for a button that begins a quiz."""
    page.evaluate(
        """(competency) => {
          cxlit.practise = competency;
          dispatchEvent(new Event("cxlit:practise"));
          cxlit.go("train-quiz", "#quiz h2");
        }""",
        competency,
    )


def test_a_quiz_is_begun_from_elsewhere(page: Page) -> None:
    page.get_by_role("tab", name="Train").click()
    expect(page.get_by_role("tab", name="Quiz")).to_be_visible()
    quiz = page.locator("#quiz")
    for item in (MEASURES, AUTHOR):  # the tab may be made by the first one only
        practise(page, item.competency)
        expect(quiz.locator(".options h2")).to_have_text(item.stem)
        expect(quiz.locator(".place")).to_contain_text("Question 1 of 1")


def test_in_french(browser: Browser, site: Site) -> None:
    with browser.new_context(locale="fr-FR") as context:
        page = opened(context, site)
        quiz = open_quiz(page, "Se former")
        quiz.get_by_role("button", name="Commencer le quiz").click()
        expect(quiz.locator(".place")).to_contain_text("Question 1 sur 2")
        item = FRENCH_ONES[in_hand(quiz)]
        quiz.get_by_label(item.options[2]).check()
        quiz.get_by_role("button", name="Répondre").click()
        expect(quiz.locator(".outcome h2")).to_contain_text("Ce n’est pas la bonne réponse")
        expect(quiz.locator(".outcome mark")).to_have_text(item.quote)
        quiz.get_by_role("button", name="Terminer le quiz ici").click()
        expect(quiz.locator("h2")).to_have_text("0 bonne réponse sur 1")


def test_the_other_language_leaves_the_quiz_in_hand(page: Page) -> None:
    quiz = open_quiz(page)
    quiz.get_by_role("button", name="Start the quiz").click()
    stem = in_hand(quiz)
    page.get_by_text("Français", exact=True).click()
    expect(quiz.get_by_role("button", name="Répondre")).to_be_visible()
    assert in_hand(quiz) == stem


def test_questions_are_made_when_the_tab_is_opened(page: Page, site: Site) -> None:
    site.training.reset()
    assert not site.training.training.bank.up_to_date()
    open_quiz(page)
    expect(page.locator("#quiz-said")).to_have_text("The questions are ready.")
    assert site.training.training.bank.up_to_date()
