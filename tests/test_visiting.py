"""Visiting sites with manners: their rules, their pauses, and their redirects."""

from collections.abc import Iterator

import pytest

from corpus.web.obstacles import FetchError, Obstacle
from corpus.web.visiting import Visitor
from tests.publisher import Site, publishing


class Clock:
    """Time that passes only in sleep."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def visitor(self, **settings: float) -> Visitor:
        return Visitor(allow_private=True, clock=lambda: self.now, sleep=self.sleep, **settings)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def site() -> Iterator[Site]:
    with publishing() as running:
        yield running


def refusal(visitor: Visitor, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        visitor.fetch(url)
    assert caught.value.wording.fr
    return caught.value


def test_the_rules_are_asked_once_and_first(site: Site, clock: Clock) -> None:
    visitor = clock.visitor()
    visitor.fetch(f"{site.address}/article-1")
    visitor.fetch(f"{site.address}/article-2")
    assert site.asked == ["/robots.txt", "/article-1", "/article-2"]


def test_a_second_passes_between_two_requests_to_a_host(site: Site, clock: Clock) -> None:
    visitor = clock.visitor()
    visitor.fetch(f"{site.address}/article-1")
    clock.now += 0.75
    visitor.fetch(f"{site.address}/article-2")
    clock.now += 5
    visitor.fetch(f"{site.address}/article-3")
    assert clock.slept == [1.0, 0.25]


def test_another_host_does_not_wait(site: Site, clock: Clock) -> None:
    visitor = clock.visitor()
    with publishing() as other:
        visitor.fetch(f"{site.address}/article")
        visitor.fetch(f"{other.address}/article")
    assert clock.slept == [1.0, 1.0]  # each between its rules and its page


@pytest.mark.parametrize(
    ("rules", "pause"),
    [
        ("User-agent: *\nCrawl-delay: 7", 7.0),
        ("User-agent: cxlit\nCrawl-delay: 3\n\nUser-agent: *\nCrawl-delay: 9", 3.0),
        ("User-agent: *\nRequest-rate: 1/20", 20.0),
        ("User-agent: *\nCrawl-delay: 0.1", 1.0),
        ("User-agent: *\nCrawl-delay: soon", 1.0),
    ],
)
def test_the_pause_that_a_site_wants_is_kept(
    site: Site, clock: Clock, rules: str, pause: float
) -> None:
    site.robots = 200, rules
    clock.visitor().fetch(f"{site.address}/article")
    assert clock.slept == [pause]


def test_a_site_that_wants_an_hour_is_left_alone(site: Site, clock: Clock) -> None:
    site.robots = 200, "User-agent: *\nCrawl-delay: 3600"
    error = refusal(clock.visitor(), f"{site.address}/article")
    assert (error.obstacle, clock.slept, site.pages_asked()) == (Obstacle.RULES, [], [])
    assert "wait 3600 seconds" in error.wording.en


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /", "article", False),
        ("User-agent: *\nDisallow:", "article", True),
        ("User-agent: cxlit\nDisallow: /article", "article", False),
        ("User-agent: other\nDisallow: /", "article", True),
        ("User-agent: cxlit\nAllow: /\n\nUser-agent: *\nDisallow: /", "article", True),
        ("User-agent: *\nDisallow: /\nAllow: /article", "article", True),  # the longest wins
        ("User-agent: *\nDisallow: /*le-2$", "article-2", False),
        ("User-agent: *\nDisallow: /*le-2$", "article-21", True),
        ("\ufeffUser-agent: *\nDisallow: /", "article", False),
    ],
)
def test_robots_txt_decides(site: Site, clock: Clock, rules: str, path: str, allowed: bool) -> None:
    site.robots = 200, rules
    if allowed:
        clock.visitor().fetch(f"{site.address}/{path}")
    else:
        error = refusal(clock.visitor(), f"{site.address}/{path}")
        assert error.obstacle is Obstacle.RULES
    assert site.pages_asked() == [f"/{path}"] * allowed


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_no_rules_to_be_had_means_no_rules(site: Site, clock: Clock, status: int) -> None:
    site.robots = status, "User-agent: *\nDisallow: /"
    clock.visitor().fetch(f"{site.address}/article")
    assert site.pages_asked() == ["/article"]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_unknown_rules_mean_not_now(site: Site, clock: Clock, status: int) -> None:
    site.robots = status, ""
    visitor = clock.visitor()
    for path in ("article-1", "article-2"):
        error = refusal(visitor, f"{site.address}/{path}")
        assert (error.obstacle, error.obstacle.passing) == (Obstacle.BUSY, True)
        assert "robots.txt" in error.wording.en
    assert site.asked == ["/robots.txt"]


def test_a_site_that_is_down_is_asked_once(clock: Clock) -> None:
    with publishing() as gone:
        address = gone.address
    visitor = clock.visitor()
    errors = [refusal(visitor, f"{address}/article-{n}") for n in (1, 2)]
    assert errors[0] is errors[1]
    assert errors[0].obstacle is Obstacle.UNREACHABLE


def test_a_redirect_is_followed_at_the_same_pace(site: Site, clock: Clock) -> None:
    fetched = clock.visitor().fetch(f"{site.address}/once")
    assert fetched.final_url == f"{site.address}/article-moved"
    assert site.asked == ["/robots.txt", "/once", "/article-moved"]
    assert clock.slept == [1.0, 1.0]


def test_a_redirect_leads_to_no_page_that_may_not_be_read(site: Site, clock: Clock) -> None:
    site.robots = 200, "User-agent: *\nDisallow: /hidden"
    error = refusal(clock.visitor(), f"{site.address}/to-hidden")
    assert error.obstacle is Obstacle.RULES
    assert site.pages_asked() == ["/to-hidden"]


@pytest.mark.parametrize(
    ("path", "obstacle"),
    [
        ("missing", Obstacle.GONE),
        ("forbidden", Obstacle.REFUSED),
        ("failing", Obstacle.BUSY),
        ("forever", Obstacle.REDIRECTS),
        ("to-file", Obstacle.NO_ADDRESS),
        ("picture", Obstacle.UNREADABLE),
        ("broken", Obstacle.UNREACHABLE),
    ],
)
def test_each_misbehaviour_has_its_name(
    site: Site, clock: Clock, path: str, obstacle: Obstacle
) -> None:
    assert refusal(clock.visitor(), f"{site.address}/{path}").obstacle is obstacle


def test_a_loop_ends_after_five_redirects(site: Site, clock: Clock) -> None:
    refusal(clock.visitor(), f"{site.address}/forever")
    assert site.pages_asked() == ["/forever"] * 6


def test_a_slow_site_is_left(site: Site, clock: Clock) -> None:
    error = refusal(clock.visitor(total_seconds=0.5), f"{site.address}/slow")
    assert (error.obstacle, error.obstacle.passing) == (Obstacle.SLOW, True)


def test_what_passes_and_what_the_person_can_mend() -> None:
    assert {o for o in Obstacle if o.passing} == {
        Obstacle.BUSY,
        Obstacle.SLOW,
        Obstacle.UNREACHABLE,
        Obstacle.PRIVATE,
    }
    assert {o for o in Obstacle if o.mendable} == {Obstacle.UNREACHABLE, Obstacle.PRIVATE}
