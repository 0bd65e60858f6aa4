from hypothesis import given
from hypothesis import strategies as st

from tumen.codebook.load import load_codebook
from tumen.extract.analysis import Analysis
from tumen.extract.cue_words import PhraseIndex, words_of
from tumen.extract.element_cues import Groups, cues_of
from tumen.extract.regex_analyzer import RegexAnalyzer
from tumen.records.span import Span

WORDS = load_codebook("dprk-labour").languages["en"].voices
INDEX = PhraseIndex(
    (
        ("came", "a verb"),
        ("came home", "a words"),
        ("tired men", "b noun"),
        ("men at sea", "b words"),
    )
)


def analysed(text: str) -> Analysis:
    return RegexAnalyzer().analyze(text, (Span(0, len(text)),), WORDS)


def phrases(found: Groups) -> dict[str, list[str]]:
    return {group: [phrase for phrase, _ in held] for group, held in found.items()}


def test_cues_are_inside_a_zone_or_outside_it() -> None:
    analysis = analysed("Six came and tired men wept")
    row = cues_of(analysis, analysis.sentences[0], INDEX)
    seen = row.around(range(3, 5), INDEX, 6)
    assert phrases(seen.of("b")[0]) == {"noun": ["tired men"]}
    assert phrases(seen.of("a")[1]) == {"verb": ["came"]}
    assert seen.of("b")[1] == {}


def test_a_cue_cut_by_the_zone_is_in_neither() -> None:
    analysis = analysed("Six tired men wept")
    row = cues_of(analysis, analysis.sentences[0], INDEX)
    assert row.around(range(2, 4), INDEX, 4).of("b") == ({}, {})


def test_words_behind_the_reach_are_in_neither() -> None:
    analysis = analysed("Six came and tired men wept")
    row = cues_of(analysis, analysis.sentences[0], INDEX)
    assert row.around(range(0, 2), INDEX, 2).of("b") == ({}, {})
    assert phrases(row.around(range(0, 2), INDEX, 6).of("b")[1])


def test_words_around_a_zone_stand_next_to_each_other() -> None:
    analysis = analysed("Tired old men wept")
    row = cues_of(analysis, analysis.sentences[0], INDEX)
    assert phrases(row.around(range(1, 2), INDEX, 4).of("b")[1]) == {
        "noun": ["tired men"]
    }


@given(
    st.lists(st.sampled_from(["came", "home", "tired", "men-at", "sea", "men", "at"])),
    st.data(),
)
def test_around_finds_what_looking_at_the_words_finds(
    text: list[str], data: st.DataObject
) -> None:
    analysis = analysed(" ".join(("Six", *text)))
    size = len(analysis.tokens)
    first = data.draw(st.integers(0, size - 1))
    zone = range(first, data.draw(st.integers(first + 1, size)))
    until = data.draw(st.integers(zone.stop, size))
    seen = cues_of(analysis, analysis.sentences[0], INDEX).around(zone, INDEX, until)
    outside = [place for place in range(until) if place not in zone]
    for found, places in ((seen.inner, zone), (seen.outer, outside)):
        held = [
            (f"{code} {group}", phrase, place)
            for code, groups in found.items()
            for group, sightings in groups.items()
            for phrase, place in sightings
        ]
        wanted = INDEX.find(words_of(analysis.tokens, places))
        assert sorted(held) == sorted(wanted)
