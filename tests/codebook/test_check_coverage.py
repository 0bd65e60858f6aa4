"""An element names only what exists, and says what becomes of it."""

from typing import TypedDict

import msgspec
import pytest

from tumen.codebook.check_coverage import (
    carriers_of,
    find_coverage_trouble,
    ids_of,
    parts_of,
)
from tumen.codebook.coverage import CoveredElement, Handling
from tumen.codebook.load import load_codebook
from tumen.codebook.load_coverage import load_coverage
from tumen.codebook.load_world import load_world_rules

BOOK = load_codebook("dprk-labour")
RULES = load_world_rules("dprk-labour")
WHOLE = load_coverage("dprk-labour")
MECHANISM, CLAIM = Handling.MECHANISM, Handling.CLAIM
DOCUMENT, LEFT_OUT = Handling.DOCUMENT, Handling.NOT_MODELLED


class Change(TypedDict, total=False):
    id: str
    title: str
    handled: tuple[Handling, ...]
    refs: tuple[str, ...]
    reason: str
    limit: str


def trouble_with(change: Change) -> tuple[str, ...]:
    """Return the trouble when the first element is another one."""
    own = CoveredElement(
        id=change.get("id", "S0-01"),
        title=change.get("title", "Something told"),
        handled=change.get("handled", (DOCUMENT,)),
        refs=change.get("refs", ("read/blocks",)),
        reason=change.get("reason", ""),
        limit=change.get("limit", ""),
    )
    whole = msgspec.structs.replace(WHOLE, element=(own, *WHOLE.element[1:]))
    return find_coverage_trouble(whole, BOOK, RULES)


@pytest.mark.parametrize(
    "change",
    [
        Change(),
        Change(handled=(MECHANISM, CLAIM), refs=("C4", "people.hiding")),
        Change(handled=(MECHANISM,), refs=("C3",), limit="No names."),
        Change(handled=(MECHANISM,), refs=("M3",)),
        Change(handled=(MECHANISM,), refs=("T21", "condition:cond.hours")),
        Change(handled=(LEFT_OUT,), refs=(), reason="It is an opinion."),
        Change(handled=(CLAIM, LEFT_OUT), refs=("cond.fear",), reason="No people."),
        Change(handled=(DOCUMENT,), refs=("world/press/furniture",)),
    ],
)
def test_what_fits_is_no_trouble(change: Change) -> None:
    assert trouble_with(change) == ()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(refs=("read/no_such",)), "there is no 'read/no_such'"),
        (Change(refs=("errors",)), "there is no 'errors'"),
        (Change(refs=("cli/main",)), "there is no 'cli/main'"),
        (Change(refs=("read/../cli/main",)), "there is no 'read/../cli/main'"),
        (Change(refs=("rule:no_such",)), "there is no 'rule:no_such'"),
        (Change(refs=("T23",)), "there is no 'T23'"),
        (Change(refs=("cond.no_such",)), "there is no 'cond.no_such'"),
        (Change(handled=(MECHANISM,)), "nothing it names is a mechanism"),
        (
            Change(handled=(MECHANISM,), refs=("cond.hours",)),
            "nothing it names is a mechanism",
        ),
        (
            Change(handled=(CLAIM, DOCUMENT)),
            "nothing it names is a claim",
        ),
        (
            Change(handled=(DOCUMENT,), refs=("C4",)),
            "nothing it names is a document",
        ),
        (
            Change(handled=(CLAIM,), refs=("cond.hours",)),
            "say whether the world does it",
        ),
        (Change(handled=(), refs=()), "say whether the world does it"),
        (
            Change(handled=(MECHANISM, LEFT_OUT), refs=("C4",), reason="Both."),
            "cannot be a mechanism and not modelled",
        ),
        (Change(handled=(LEFT_OUT,)), "a reason belongs to"),
        (Change(reason="For nothing."), "a reason belongs to"),
        (Change(limit="Of nothing."), "a limit belongs to a mechanism"),
        (Change(title="one two three four five six seven eight nine"), "more than 8"),
    ],
)
def test_what_does_not_fit_is_named_with_its_element(
    change: Change, words: str
) -> None:
    found = trouble_with(change)
    assert found[0].startswith("element S0-01: ")
    assert words in found[0]


def test_an_id_that_no_text_has_is_named_and_the_one_it_stands_for_is_missing() -> None:
    found = trouble_with(Change(id="S9-01"))
    assert found == ("element S0-01 is missing", "there is no element S9-01")


def test_an_element_written_twice_is_named() -> None:
    assert "element S0-02 is written twice" in trouble_with(Change(id="S0-02"))


def test_a_part_left_out_is_named() -> None:
    whole = msgspec.structs.replace(WHOLE, part=WHOLE.part[1:])
    missing = WHOLE.part[0].code
    assert find_coverage_trouble(whole, BOOK, RULES) == (f"part {missing} is missing",)


def test_a_box_that_the_world_leaves_empty_bears_nothing_out() -> None:
    roles = RULES.roles | {"soldier": "C3s"}
    carriers = carriers_of(BOOK, msgspec.structs.replace(RULES, roles=roles))
    assert carriers["C3m"] is None
    assert carriers["C3"] is MECHANISM


def test_ids_run_from_one_in_every_text() -> None:
    assert next(iter(ids_of(WHOLE))) == "S0-01"
    assert [code for code in ids_of(WHOLE)][-1] == "S4-26"


def test_parts_hold_the_arrows_that_no_screen_draws() -> None:
    assert {"T5", "T6", "T18", "T21"} <= {part.code for part in parts_of(BOOK)}
