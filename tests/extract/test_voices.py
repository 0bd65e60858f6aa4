from tumen.extract.voices import AUTHOR, Profile
from tumen.records.claim import SpeakerKind


def test_the_page_itself_is_called_article() -> None:
    assert (AUTHOR.name, AUTHOR.kind) == ("article", SpeakerKind.AUTHOR)


def test_a_profile_begins_without_names() -> None:
    assert Profile(number=0, voice=AUTHOR).names == frozenset()
