"""Report a whole world: pages, their labels, the origins behind them, and true series."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from tumen.codebook.press import PressRules
from tumen.records.press import Press, PressPage
from tumen.records.world import World
from tumen.world.press.copies import copy_page
from tumen.world.press.draft import Draft
from tumen.world.press.echoes import echo_page
from tumen.world.press.furniture import LaidOut, lay_out
from tumen.world.press.grammar import choose
from tumen.world.press.reporter import Reporter
from tumen.world.press.series import make_series

DAY, INTERVAL = "day", "interval"


def report_world(world: World, rules: PressRules, *, pages: int, seed: int) -> Press:
    """Return the pages of an invented press about a world.

    Args:
        pages: how many, copies included.
        seed: of the generator (NumPy's PCG64).
    """
    rng = np.random.default_rng(seed)
    reporter = Reporter(world, rules, rng)
    drafts: list[Draft] = []
    while len(drafts) < pages:
        drafts.append(_next_page(reporter, drafts))
    layouts = {layout.name: layout for layout in rules.layouts}
    chosen = [layouts[choose(draft.outlet.layouts, rng)] for draft in drafts]
    width = max(4, len(str(pages)))
    names = [f"{at + 1:0{width}d}{made.suffix}" for at, made in enumerate(chosen)]
    made = tuple(
        _page(
            draft,
            names,
            lay_out(draft, chosen[at], _titles(draft, drafts), rules, rng),
            rules.language,
        )
        for at, draft in enumerate(drafts)
    )
    used = {claim.origin for page in made for claim in page.claims}
    leaks = {name: why for page in made for name, why in page.masked}
    return Press(
        codebook=world.codebook,
        scenario=world.scenario,
        seed=seed,
        pages=made,
        origins=tuple(o for o in reporter.memory.origins if o.id in used),
        series=make_series(world, rules.series),
        leaks=tuple(sorted(leaks.items())),
    )


def _next_page(reporter: Reporter, drafts: Sequence[Draft]) -> Draft:
    """Return own reporting, a copy or an echo of a page written before."""
    copies, rng, number = reporter.rules.copies, reporter.rng, len(drafts)
    told = [draft for draft in drafts if draft.claims]
    drawn = rng.random()
    if told and drawn < copies.reprint:
        return copy_page(choose(told, rng), number, reporter.rules, rng)
    own = [draft for draft in told if draft.source is None and draft.is_dated]
    if own and drawn < copies.reprint + copies.echo:
        echoed = echo_page(choose(own, rng), number, reporter)
        if echoed is not None:
            return echoed
    return reporter.write(number)


def _titles(draft: Draft, drafts: Sequence[Draft]) -> tuple[str, ...]:
    return tuple(other.title for other in drafts if other.title != draft.title)


def _page(
    draft: Draft, names: Sequence[str], laid: LaidOut, language: str
) -> PressPage:
    first, last = _published(draft)
    source = draft.source
    return PressPage(
        name=names[draft.number],
        content=laid.content,
        title=draft.title,
        host=draft.outlet.name,
        original=source.outlet.name if source else draft.outlet.name,
        first=first,
        last=last,
        certainty=DAY if draft.is_dated else INTERVAL,
        language=language,
        authors=draft.authors,
        origin_doc=names[source.number] if source else None,
        blocks=laid.blocks,
        claims=draft.claims,
        masked=tuple(draft.masked.items()),
    )


def _published(draft: Draft) -> tuple[date, date]:
    """Return the days between which the words of a page place it.

    Without a printed date these are the last day that a claim is about, and the end of
    the year of its copyright line.
    """
    if draft.is_dated:
        return draft.day, draft.day
    year_end = date(draft.day.year, 12, 31)
    told = [c.as_of_end for c in draft.claims if c.as_of_end and c.hedge != "planned"]
    known = [day for day in told if day <= year_end]
    return max(known, default=year_end.replace(month=1, day=1)), year_end
