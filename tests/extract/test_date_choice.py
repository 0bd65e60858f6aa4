from collections.abc import Callable
from dataclasses import replace
from datetime import date

import msgspec
import pytest

from tumen.codebook.weights import Weights
from tumen.extract.date_choice import LEARNED, written
from tumen.extract.figure_candidates import find_candidates
from tumen.extract.figure_dates import DatedClaim
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.records.amount import Measure
from tumen.records.claim import Hedge
from tumen.records.period import Period

FrameOf = Callable[[str], Frame]
TEXT = "Police came in 2015. Some 640 workers lived there."
IN_2015 = Period(date(2015, 1, 1), date(2015, 12, 31))
PUBLISHED = Period(date(2024, 3, 7), date(2024, 3, 7))


def dated(frame: Frame, **features: float) -> DatedClaim:
    """The days of the last number of a page."""
    learned = {"dates": Weights(learned_from="a test", features=features)}
    language = msgspec.structs.replace(
        frame.language, learned=learned if features else {}
    )
    frame = replace(frame, language=language)
    reader = SlotReader.of(frame)
    around = list(find_candidates(frame, reader))[-1].around
    element = frame.codebook.elements["people.present"]
    return reader.as_of(around, element, Measure.STOCK, Hedge.ASSERTED)


def test_without_weights_the_rules_choose(frame_of: FrameOf) -> None:
    found = dated(frame_of("In 2015, some 640 workers lived there."))
    assert (found.period, found.slot.rule) == (IN_2015, "as_of.sentence.in_year")


def test_weights_can_choose_other_days(frame_of: FrameOf) -> None:
    found = dated(frame_of(TEXT), **{"pub|": 9.0})
    assert (found.period, found.slot.rule) == (PUBLISHED, LEARNED)


def test_days_carried_over_are_marked_as_inherited(frame_of: FrameOf) -> None:
    frame = frame_of(TEXT)
    found = dated(frame, **{"distance:-1": 9.0})
    assert found.period == IN_2015
    assert (found.slot.span, found.slot.distance) == (None, 1)
    assert found.slot.inherited_from == frame.analysis.sentences[0].span


def test_what_the_rules_say_too_keeps_their_reason(frame_of: FrameOf) -> None:
    found = dated(frame_of("In 2015, some 640 workers lived there."), rules=9.0)
    assert found.slot.rule == "as_of.sentence.in_year"
    assert found.slot.confidence > 0.9


def test_days_that_are_nearly_as_likely_are_named_beside(frame_of: FrameOf) -> None:
    found = dated(frame_of(TEXT), **{"pub|": 1.0, "distance:-1": 0.5, "by-pub|": -9.0})
    assert found.slot.alternatives == ("2015-01-01/2015-12-31", "/")


def test_a_claim_has_days_where_all_of_them_are_likelier_than_none(
    frame_of: FrameOf,
) -> None:
    found = dated(frame_of(TEXT), **{"blank|": 0.1})
    assert not found.period.is_open


def test_a_claim_has_no_days_where_that_is_likelier(frame_of: FrameOf) -> None:
    assert dated(frame_of(TEXT), **{"blank|": 3.0}).period.is_open


def test_the_day_of_a_report_is_flagged(frame_of: FrameOf) -> None:
    text = "Some 640 workers lived there. The ministry said so on Monday."
    found = dated(frame_of(text), **{"later/report|": 9.0})
    assert found.flags == ("report_date",)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (IN_2015, "2015-01-01/2015-12-31"),
        (Period(None, date(2015, 1, 1)), "/2015-01-01"),
        (Period(), "/"),
    ],
)
def test_how_days_are_written(period: Period, words: str) -> None:
    assert written(period) == words
