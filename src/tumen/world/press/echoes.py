"""An outlet tells again what another one reported, in words of its own."""

from dataclasses import replace
from datetime import timedelta

from tumen.codebook.press import PressFact, PressFrame
from tumen.world.press.compose import Sentence, Telling
from tumen.world.press.draft import Assignment, Draft, join
from tumen.world.press.grammar import choose, weighted
from tumen.world.press.reporter import MARKED, Reporter

LATE_DAYS = 20
MOST_CLAIMS = 2
ABSOLUTE = ("year_end", "year", "month", "day", "habit")
"""Times that mean the same on a later page."""


def echo_page(source: Draft, number: int, reporter: Reporter) -> Draft | None:
    """Return a page that reports what another outlet reported.

    Its claims share the origins of the first page. None when that page has no figure
    that can be told again.
    """
    rng = reporter.rng
    known = reporter.tellings.get(source.number, [])
    told = [pair for pair in known if _can_be_told(*pair)]
    outlets = [o for o in reporter.rules.outlets if o.name != source.outlet.name]
    outlet = outlets[weighted({a: o.weight for a, o in enumerate(outlets)}, rng)]
    sentences = [
        sentence
        for fact, telling in told[:MOST_CLAIMS]
        if (sentence := _again(fact, telling, source, outlet.name, reporter))
        is not None
    ]
    if not sentences:
        return None
    plan = next(plan for plan in reporter.rules.plans if plan.name == source.plan)
    page = Assignment(
        number=number,
        plan=plan,
        outlet=outlet,
        day=source.day + timedelta(int(rng.integers(0, LATE_DAYS + 1))),
        month=0,
        is_dated=True,
        subject=told[0][1].subject,
    )
    return reporter.dresser.draft(page, [join([sentence]) for sentence in sentences])


def _can_be_told(fact: PressFact, telling: Telling) -> bool:
    when = telling.whens[fact.name]
    is_absolute = when.name in ABSOLUTE and bool(when.words or when.name == "habit")
    return is_absolute and fact.kind == "figure" and telling.person.kind != "author"


def _again(
    fact: PressFact, telling: Telling, source: Draft, host: str, reporter: Reporter
) -> Sentence | None:
    when, told = telling.whens[fact.name], telling.statements[fact.name].told
    fitting = [
        sentence
        for sentence in reporter.composer.sentences_for(fact, when, told.qualifier)
        if not MARKED.search(sentence.text)
    ]
    if not fitting:
        return None
    frame = PressFrame(
        text=choose(reporter.rules.copies.echo_frames, reporter.rng),
        place="first",
        kinds=(telling.person.kind,),
    )
    again = replace(telling, host=host, source=source.outlet.name)
    return reporter.sentence(fact, choose(fitting, reporter.rng), again, frame)
