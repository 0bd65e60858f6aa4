"""A page gets a headline, journalists, pictures, and paragraphs that claim nothing."""

from datetime import date

from tests.world.press.conftest import RULES, SITE, claim
from tumen.world.press.draft import Assignment, Paragraph
from tumen.world.press.reporter import Reporter
from tumen.world.press.values import Subject

PLANS = {plan.name: plan for plan in RULES.plans}


def page(plan: str) -> Assignment:
    return Assignment(
        number=0,
        plan=PLANS[plan],
        outlet=RULES.outlets[0],
        day=date(2007, 3, 20),
        month=26,
        is_dated=True,
        subject=Subject(region="Amur Oblast", site=SITE),
    )


REPORT = (Paragraph("Forty men left.", (claim("Forty men left", "Forty men left."),)),)


def test_a_page_about_a_place_opens_with_its_region(reporter: Reporter) -> None:
    made = reporter.dresser.draft(page("witness"), REPORT)
    assert "Amur Oblast" in made.paragraphs[0].text
    assert made.paragraphs[0].claims == ()


def test_the_report_stays_in_order(reporter: Reporter) -> None:
    more = (*REPORT, Paragraph("Ten came."))
    made = [
        p for p in reporter.dresser.draft(page("count"), more).paragraphs if p in more
    ]
    assert made == list(more)


def test_invented_villages_are_masked(reporter: Reporter) -> None:
    masked = {
        name
        for _ in range(20)
        for name in reporter.dresser.draft(page("witness"), REPORT).masked
    }
    assert masked == {RULES.villages[0]}


def test_pictures_have_a_date_of_their_own(reporter: Reporter) -> None:
    scenes = [reporter.dresser.captions(page("count"), REPORT) for _ in range(40)]
    told = [scene[0] for scene in scenes if scene]
    assert all(scene.count("200") >= 1 for scene in told)
    assert any("Forty men left" in scene for scene in told)
    assert not any("%date%" in scene for scene in told)


def test_journalists_are_invented(reporter: Reporter) -> None:
    first, last = reporter.dresser.authors()[0].split()
    assert first in RULES.first_names
    assert last in RULES.last_names
