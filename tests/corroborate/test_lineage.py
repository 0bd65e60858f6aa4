"""What counts as an echo, and the reason given for it."""

from collections.abc import Callable

import pytest

from tumen.records.claim import Claim
from tumen.records.document import Document
from tumen.records.group import Group

Build = Callable[..., Claim]
Page = Callable[..., Document]
Grouped = Callable[..., tuple[Group, ...]]

UNNAMED = {"speaker_kind": "anonymous"}
SILENT = {"speaker": "article", "speaker_kind": "author"}


def reasons(groups: tuple[Group, ...]) -> list[list[str]]:
    return [[echo.why for echo in line.echoes] for g in groups for line in g.lineages]


def origins(groups: tuple[Group, ...]) -> list[str]:
    return [line.origin for found in groups for line in found.lineages]


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        (
            {"flags": ("origin:brief",)},
            {"flags": ("origin:brief",), "speaker": "Otto Muster"},
            "the table counts them as one statement: brief",
        ),
        ({}, {"speaker": "ilse BEISPIEL"}, "same speaker"),
        ({}, {"speaker": "Beispiel"}, "same speaker"),
        (
            {"speaker": "Ambassador Sampleova"},
            {"speaker": "Sampleova in December"},
            "same speaker",
        ),
        (
            {"speaker": "Ms. Tarnname", "speaker_kind": "pseudonymous"},
            {"speaker": "Ms. Tarnname", "speaker_kind": "pseudonymous"},
            "same speaker",
        ),
        (
            {"speaker": "IES", "speaker_kind": "institution"},
            {"speaker": "the Example Institute", "speaker_kind": "institution"},
            "same institution: Institute of Example Studies",
        ),
        (
            {"speaker": "IES", "speaker_kind": "institution"},
            {"speaker": "IES yearbook", "speaker_kind": "document"},
            "same institution: Institute of Example Studies",
        ),
        (
            {"speaker": "Ministry of Samples", "speaker_kind": "institution"},
            {"speaker": "the ministry of samples", "speaker_kind": "institution"},
            "same institution: the ministry of samples",
        ),
        (
            {"speaker": "IES", "speaker_kind": "institution"},
            {"speaker": "Ilse Beispiel (IES)"},
            "speaks for the same institution: Institute of Example Studies",
        ),
        (
            {"speaker": "Example Wire", "speaker_kind": "institution"},
            {**SILENT, "via": "EXW"},
            "own voice of the same outlet: Example Wire",
        ),
        (
            {**SILENT, "via": "Sample Post"},
            {**SILENT, "via": "Sample Post Weekly"},
            "own voice of the same outlet: Sample Post / Sample Post Weekly",
        ),
        (
            {"speaker": "a lawmaker", **UNNAMED, "via": "EXW"},
            {"speaker": "a lawmaker", **UNNAMED, "via": "Example Wire"},
            "same unnamed voice in Example Wire",
        ),
        (
            {"speaker": "a resident of Tomsk", **UNNAMED, "via": "EXW"},
            {"speaker": "second source, a resident of Tomsk", **UNNAMED, "via": "EXW"},
            "unnamed voices of one profile in one outlet",
        ),
        ({}, {**SILENT}, "the same number, and no source is named"),
        (
            {"via": "EXW"},
            {"speaker": "Example Wire", "speaker_kind": "institution"},
            "the same number, reported by Example Wire",
        ),
    ],
)
def test_an_echo_says_why(
    claim: Build,
    group: Grouped,
    a: dict[str, object],
    b: dict[str, object],
    why: str,
) -> None:
    found = reasons(group(claim(page="a", **a), claim(page="b", **b)))
    assert found == [[why]]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({}, {"speaker": "Otto Muster"}),
        ({"speaker": "Kim"}, {"speaker": "Kim Muster"}),
        (
            {"speaker": "sources", **UNNAMED, "via": "EXW"},
            {"speaker": "sources", **UNNAMED, "via": "Sample Post"},
        ),
        (
            {"speaker": "a dock worker", **UNNAMED, "via": "EXW"},
            {"speaker": "retired diplomats", **UNNAMED, "via": "EXW"},
        ),
        (
            {"speaker": "report to the IES", "speaker_kind": "document"},
            {"speaker": "IES", "speaker_kind": "institution"},
        ),
        ({"via": "EXW"}, {"speaker": "Otto Muster", "via": "EXW"}),
    ],
)
def test_voices_that_stay_apart(
    claim: Build, group: Grouped, a: dict[str, object], b: dict[str, object]
) -> None:
    assert len(origins(group(claim(page="a", **a), claim(page="b", **b)))) == 2


def test_a_surname_that_fits_two_people_is_neither(
    claim: Build, group: Grouped
) -> None:
    claims = [
        claim(page="a", speaker="Ilse Beispiel"),
        claim(page="b", speaker="Karl Beispiel"),
        claim(page="c", speaker="Beispiel"),
    ]
    assert len(origins(group(*claims))) == 3


def test_a_copied_page_echoes_even_under_another_speaker(
    claim: Build, page: Page, group: Grouped
) -> None:
    text = (
        "One long story of which every word is taken over by the next page, unchanged."
    )
    found = group(
        claim(page="a"),
        claim(page="b", speaker="Otto Muster"),
        pages=(page("a", text, published="2024-04-01"), page("b", text)),
    )
    assert reasons(found) == [["copy of another page"]]


def test_on_copies_other_numbers_are_other_statements(
    claim: Build, page: Page, group: Grouped
) -> None:
    text = (
        "One long story of which every word is taken over by the next page, unchanged."
    )
    found = group(
        claim(3000, page="a"),
        claim(5000, page="b", speaker="Otto Muster"),
        pages=(page("a", text), page("b", text)),
    )
    assert len(origins(found)) == 2


def test_the_page_nearest_to_the_fact_comes_first(claim: Build, group: Grouped) -> None:
    far = claim(page="a", chain=("Ilse Beispiel", "EXW", "Sample Post"))
    near = claim(page="b", chain=("Ilse Beispiel",))
    (found,) = group(far, near)
    assert found.lineages[0].claims == (near.id,)


def test_other_numbers_of_one_voice_are_its_own_statements(
    claim: Build, group: Grouped
) -> None:
    first, second = claim(3000, page="a"), claim(3500, page="b")
    (found,) = group(first, second)
    assert found.lineages[0].claims == (first.id, second.id)


def test_one_number_to_the_last_digit_is_one_count(
    claim: Build, group: Grouped
) -> None:
    found = group(
        claim(
            13221,
            page="a",
            qualifier="exact",
            speaker="the border service",
            speaker_kind="institution",
        ),
        claim(
            13221,
            page="b",
            qualifier="exact",
            speaker="the statistics office",
            speaker_kind="institution",
        ),
    )
    assert reasons(found) == [
        ["the same number to the last digit: one count under two names"]
    ]


def test_round_numbers_may_meet_by_chance(claim: Build, group: Grouped) -> None:
    found = group(
        claim(13000, page="a", qualifier="exact"),
        claim(13000, page="b", qualifier="exact", speaker="Otto Muster"),
    )
    assert len(origins(found)) == 2


def test_a_yearly_series_digit_for_digit_is_one_register(
    claim: Build, group: Grouped
) -> None:
    counts = {2011: 67, 2012: 32, 2013: 27, 2014: 9}
    claims = [
        claim(
            count,
            page=page,
            qualifier="exact",
            first=f"{year}-12-31",
            last=f"{year}-12-31",
            speaker=body,
            speaker_kind="institution",
        )
        for year, count in counts.items()
        for page, body in (("a", "Aid Committee"), ("b", "Refugee Office"))
    ]
    assert (
        reasons(group(*claims))
        == [["one yearly series, digit for digit, under two names"]] * 4
    )


def test_two_equal_years_are_no_series(claim: Build, group: Grouped) -> None:
    claims = [
        claim(
            count,
            page=page,
            qualifier="exact",
            first=f"{year}-12-31",
            last=f"{year}-12-31",
            speaker=body,
            speaker_kind="institution",
        )
        for year, count in ((2011, 67), (2012, 32))
        for page, body in (("a", "Aid Committee"), ("b", "Refugee Office"))
    ]
    assert len(origins(group(*claims))) == 4


def test_an_amount_in_two_currencies_is_one(claim: Build, group: Grouped) -> None:
    rent = {"element": "money.rent", "measure": "money", "unit": "RUB/month"}
    pound = {**rent, "flags": ("converted_twin",)}
    found = group(claim(5000, **rent, at=0), claim(78, **pound, at=40))
    assert reasons(found) == [["same speaker"]]


def test_a_twin_of_an_unlike_voice_is_joined_too(claim: Build, group: Grouped) -> None:
    rent = {"element": "money.rent", "measure": "money", "unit": "RUB/month"}
    found = group(
        claim(5000, **rent, at=0),
        claim(78, **rent, **SILENT, flags=("converted_twin",), at=40),
    )
    assert reasons(found) == [["the same amount in another currency or unit"]]


def test_a_stale_number_without_a_source_is_derived(
    claim: Build, group: Grouped
) -> None:
    old = claim(37000, qualifier="up_to", first="2015-01-01", last="2017-12-31")
    new = claim(37000, page="b", first="2018-01-01", last="2018-02-28", **SILENT)
    last = group(old, new)[-1]
    assert [(r.a, r.b, r.kind.value) for r in last.relations] == [
        (new.id, old.id, "derived from")
    ]


@pytest.mark.parametrize(
    "change",
    [{"first": "2030-01-01", "last": "2030-01-31"}, {"first": None, "last": None}],
)
def test_an_old_number_comes_back_after_long_without_being_derived(
    claim: Build, group: Grouped, change: dict[str, object]
) -> None:
    old = claim(37000, first="2017-01-01", last="2017-12-31")
    found = group(old, claim(37000, page="b", **SILENT, **change))
    assert [r for g in found for r in g.relations] == []


def test_pages_without_outlet_speak_for_themselves(
    claim: Build, page: Page, group: Grouped
) -> None:
    found = group(
        claim(3000, **SILENT),
        claim(5000, page="b", **SILENT),
        pages=(page("a"), page("b")),
    )
    assert origins(found) == ["a.html (own voice)", "b.html (own voice)"]


def test_an_unnamed_voice_is_told_by_its_page(
    claim: Build, page: Page, group: Grouped
) -> None:
    found = group(claim(speaker="a cook", **UNNAMED), pages=(page("a"),))
    assert origins(found) == ["a cook (a.html)"]
