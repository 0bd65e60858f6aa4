"""Text is cleared in one place, and what stays back is only counted."""

from tumen.protect.clear import Ledger, clear, clear_if
from tumen.records.release import Withheld


def test_cleared_text_is_the_text() -> None:
    assert clear("about 3,000") == "about 3,000"


def test_text_that_is_not_allowed_is_absent() -> None:
    assert clear_if("Tomo Verge", allowed=False) is None


def test_a_missing_text_stays_missing() -> None:
    assert clear_if(None, allowed=True) is None


def test_a_row_counts_once_under_each_rule() -> None:
    ledger = Ledger()
    ledger.note("claims", ("voice", "voice", "minor"))
    ledger.note_many("names", "mask", 2)
    ledger.note_many("names", "mask", 0)
    assert ledger.withheld() == (
        Withheld("mask", "names", 2),
        Withheld("minor", "claims", 1),
        Withheld("voice", "claims", 1),
    )
