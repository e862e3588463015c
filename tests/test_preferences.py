"""The language of the interface is each person's own."""

from pathlib import Path

from corpus.preferences import Preferences


def test_a_language_is_each_persons_own(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "library.db")
    assert preferences.language("ada") == ""
    preferences.speak("ada", "fr")
    preferences.speak("bob", "fr")
    preferences.speak("bob", "en")
    preferences.close()
    again = Preferences(tmp_path / "library.db")
    assert [again.language(person) for person in ("ada", "bob", "eve")] == ["fr", "en", ""]
    again.close()
