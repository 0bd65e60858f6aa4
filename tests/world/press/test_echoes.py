"""Another outlet tells the same in other words: one origin."""

from tests.world.press.conftest import draft
from tumen.world.press.draft import Draft
from tumen.world.press.echoes import echo_page
from tumen.world.press.reporter import Reporter


def echoes(reporter: Reporter) -> list[tuple[Draft, Draft]]:
    drafts = [reporter.write(number) for number in range(80)]
    found = [(d, echo_page(d, 80 + d.number, reporter)) for d in drafts if d.is_dated]
    return [(source, echo) for source, echo in found if echo is not None]


def test_an_echo_shares_the_origin_and_names_the_outlet(reporter: Reporter) -> None:
    pairs = echoes(reporter)
    assert len(pairs) > 10
    known = [
        ({c.origin for c in s.claims}, {c.origin for c in e.claims}) for s, e in pairs
    ]
    assert all(echoed and echoed <= first for first, echoed in known)
    assert all(c.via == s.outlet.name for s, e in pairs for c in e.claims)
    assert all(c.chain[-1] == e.outlet.name for _, e in pairs for c in e.claims)


def test_an_echo_comes_later_in_words_of_its_own(reporter: Reporter) -> None:
    pairs = echoes(reporter)
    assert all(echo.day >= source.day for source, echo in pairs)
    assert all(echo.source is None for _, echo in pairs)
    assert any(
        echo.claims[0].quote not in {c.quote for c in source.claims}
        for source, echo in pairs
    )


def test_a_page_without_figures_has_no_echo(reporter: Reporter) -> None:
    assert echo_page(draft(), 1, reporter) is None
