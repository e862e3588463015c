"""Fetching, against a local server that misbehaves in every way."""

import ipaddress
from collections.abc import Iterator

import pytest

from corpus.decoding import decode_text
from corpus.web.addresses import is_public
from corpus.web.fetching import fetch
from corpus.wording import KnownError
from tests.misbehaving import PAGE, Misbehaving, serving


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serving(Misbehaving) as address:
        yield address


def test_a_page_comes_in_utf8_with_its_type(site: str) -> None:
    fetched = fetch(f"{site}/page", allow_private=True)
    assert fetched.data.decode("utf-8-sig") == PAGE
    assert (fetched.content_type, fetched.suffix) == ("text/html", ".html")


@pytest.mark.parametrize(
    "path",
    [
        "latin-1-in-name-only",  # it is Windows-1252
        "utf-8-called-latin-1",
        "latin-1-called-utf-8",
        "unknown-charset",
    ],
)
def test_a_wrong_charset_does_no_harm(site: str, path: str) -> None:
    data = fetch(f"{site}/{path}", allow_private=True).data
    assert decode_text(data).removeprefix("\ufeff") == "L’été à Nîmes"


def test_redirects_are_followed_and_the_last_address_is_told(site: str) -> None:
    assert fetch(f"{site}/once", allow_private=True).final_url == f"{site}/page"


def test_the_server_is_asked_by_its_name(site: str) -> None:
    port = site.rpartition(":")[2]
    fetched = fetch(f"http://localhost:{port}/host", allow_private=True)
    assert fetched.data.decode("utf-8-sig") == f"localhost:{port}"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("missing", "does not exist"),
        ("forbidden", "does not give the page to programs"),
        ("failing", "answered with an error (503)"),
        ("picture", "no article but “image/png”"),
        ("forever", "more than 5 redirects"),
        ("to-file", "Only addresses that begin with http"),
        ("large", "at most 32 MB"),
        ("endless", "at most 32 MB"),
        ("slow", "takes too long"),
        ("broken", "breaks off"),
    ],
)
def test_misbehaviour_ends_in_a_sentence(site: str, path: str, words: str) -> None:
    with pytest.raises(KnownError) as refusal:
        fetch(f"{site}/{path}", allow_private=True, total_seconds=0.5 if path == "slow" else 30)
    assert words in refusal.value.wording.en
    assert refusal.value.wording.fr


def test_a_private_address_is_refused(site: str) -> None:
    with pytest.raises(KnownError, match="private network"):
        fetch(f"{site}/page")


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "http://", "http://a:b/", "file:///etc/passwd"]
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(KnownError, match="Only addresses"):
        fetch(url)


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(KnownError, match="is not found"):
        fetch("http://nowhere.invalid/")


def test_every_hop_is_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The test server's own address counts as public here; the address it leads to does not.
    monkeypatch.setattr("corpus.web.addresses.is_public", lambda address: address.is_loopback)
    with pytest.raises(KnownError, match=r"169\.254\.169\.254"):
        fetch(f"{site}/to-metadata")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public
