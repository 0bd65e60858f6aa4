from collections.abc import Callable
from datetime import date

import pytest

from tumen.extract.date_around import Asked
from tumen.extract.date_features import DateCandidate, PageDates
from tumen.extract.figure_candidates import find_candidates
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.records.amount import Measure
from tumen.records.claim import Hedge
from tumen.records.period import Period

FrameOf = Callable[[str], Frame]
PUBLISHED = Period(date(2024, 3, 7), date(2024, 3, 7))
IN_2015 = Period(date(2015, 1, 1), date(2015, 12, 31))


def candidates(frame: Frame) -> tuple[DateCandidate, ...]:
    """The days that the last number of a page may be about."""
    reader = SlotReader.of(frame)
    around = list(find_candidates(frame, reader))[-1].around
    element = frame.codebook.elements["people.present"]
    asked = Asked.of_figure(around, element, Measure.STOCK, Hedge.ASSERTED)
    by_rules = reader.times.date_of(around, element, Measure.STOCK, Hedge.ASSERTED)
    return PageDates.of(reader.times).candidates(asked, by_rules)


def test_publication_any_time_before_and_no_days_are_always_asked(
    frame_of: FrameOf,
) -> None:
    found = candidates(frame_of("Some 640 workers lived there in 2015."))
    until = Period(None, PUBLISHED.last)
    assert [c.period for c in found] == [IN_2015, PUBLISHED, until, Period()]


def test_the_choice_of_the_rules_is_evidence(frame_of: FrameOf) -> None:
    found = candidates(frame_of("Some 640 workers lived there in 2015."))
    assert [c.period for c in found if "rules" in c.evidence] == [IN_2015]


def test_times_between_are_those_on_the_way_to_the_claim(frame_of: FrameOf) -> None:
    text = "Some 400 men live there. Some left in May 2015, others in June 2016."
    reader = SlotReader.of(frame := frame_of(text))
    around = next(iter(find_candidates(frame, reader))).around
    element = frame.codebook.elements["people.present"]
    asked = Asked.of_figure(around, element, Measure.STOCK, Hedge.ASSERTED)
    by_rules = reader.times.date_of(around, element, Measure.STOCK, Hedge.ASSERTED)
    near, far, *_ = PageDates.of(reader.times).candidates(asked, by_rules)
    assert "between:0/False" in near.evidence
    assert "between:1/False" in far.evidence


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Some 640 workers lived there in 2015.", "clause|form:stock"),
        ("In 2015, some 640 workers lived there.", "before|tense:past"),
        ("It was in 2015. Some 640 workers lived there.", "distance:-1"),
        ("Some 640 workers lived there. It was in 2015.", "later|tense:past"),
        (
            "According to a report of 2015, some 640 workers live there.",
            "before/report|",
        ),
        ("Some 640 workers lived there in 2015.", "gap:long/clause"),
        ("Some 640 workers lived there in 2015.", "size:year/clause"),
        ("Some 640 workers lived there in 2015.", "before:there/clause"),
    ],
)
def test_what_speaks_for_a_time(frame_of: FrameOf, text: str, feature: str) -> None:
    assert feature in candidates(frame_of(text))[0].evidence


def test_what_is_known_of_the_claim_speaks_for_publication_or_no_days(
    frame_of: FrameOf,
) -> None:
    *_, published, _, blank = candidates(frame_of("Some 640 workers now live there."))
    assert "pub|now" in published.evidence
    assert "blank|near:clause" in blank.evidence


def test_names_are_no_evidence(frame_of: FrameOf) -> None:
    found = candidates(frame_of("Some 640 workers lived in Khabarovsk 2015."))
    names = " ".join(name for c in found for name in c.evidence)
    assert "khabarovsk" not in names.lower()


def test_the_word_that_opens_the_sentence_of_a_claim_is_told(frame_of: FrameOf) -> None:
    text = "It was in 2015. There some 640 workers lived."
    assert "starts:there/distance:-1" in candidates(frame_of(text))[0].evidence


def test_voices_between_a_time_and_a_claim_are_counted(frame_of: FrameOf) -> None:
    text = "It was in 2015. Some 640 workers lived there, the ministry said."
    assert "voices:1/distance:-1" in candidates(frame_of(text))[0].evidence
