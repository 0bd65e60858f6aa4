"""Show a simulated world as a page: its months move, and nothing else is needed."""

import base64
import hashlib
from collections.abc import Mapping
from importlib import resources
from pathlib import PurePath

import msgspec

from tumen.codebook.schema import Arrow, Box, Codebook, MoneyStep
from tumen.publish.rendering import render
from tumen.publish.world_months import Months, read_months
from tumen.publish.world_plots import draw_plots
from tumen.publish.world_svg import draw_world_month
from tumen.records.world import World

STATIC = resources.files("tumen.publish") / "static"
NOTHING_KEPT: Mapping[str, str] = {}


def world_html(world: World, codebook: Codebook) -> str:
    """Return the page of a world with script, style and numbers in it.

    Its policy lets only this script run and reaches no other address.
    """
    months = read_months(world, codebook)
    script = (STATIC / "world.js").read_text(encoding="utf-8")
    return render(
        "world.html.j2",
        world=world,
        name=PurePath(world.codebook).name,
        title=codebook.title,
        months=months,
        screen=world_screen(world, codebook, months, first_shown(months, codebook)),
        meanings=_meanings(codebook, months),
        plots=list(draw_plots(world, codebook, months).values()),
        css=(STATIC / "world.css").read_text(encoding="utf-8"),
        script=script,
        hash=script_hash(script),
    )


def _meanings(codebook: Codebook, months: Months) -> list[Box | Arrow | MoneyStep]:
    """Return boxes, arrows and money steps that the screen shows."""
    parts: tuple[Box | Arrow | MoneyStep, ...]
    parts = (*codebook.boxes, *codebook.arrows, *codebook.money)
    shown = {*months.stocks, *months.flows, *months.pay}
    return [part for part in parts if part.code in shown]


def world_screen(
    world: World,
    codebook: Codebook,
    months: Months,
    month: int,
    *,
    link: str = "",
    action: str = "",
    kept: Mapping[str, str] = NOTHING_KEPT,
    numbers: str = "",
) -> str:
    """Return slider, picture, policies and events of one month, and all numbers.

    Args:
        link: put before the code of a box to make its address; empty for no links.
        action: where the slider is sent without a script; empty for a page on its own.
        kept: further fields that are sent with it.
        numbers: what `world_numbers` gives, if it is at hand.
    """
    return render(
        "world_screen.html.j2",
        months=months,
        month=month,
        svg=draw_world_month(world, codebook, month, link=link, months=months),
        action=action,
        kept=kept,
        numbers=numbers or world_numbers(months),
    )


def world_numbers(months: Months) -> str:
    """Return what the script needs as JSON that may stand inside a page."""
    policies = [
        {"first": policy.first, "last": policy.last, "words": policy.words}
        for policy in months.policies
    ]
    shown = {
        "labels": months.labels,
        "stocks": months.stocks,
        "flows": months.flows,
        "pay": months.pay,
        "totals": months.totals,
        "policies": policies,
        "events": months.events,
    }
    return msgspec.json.encode(shown).decode().replace("<", "\\u003c")


def first_shown(months: Months, codebook: Codebook) -> int:
    """Return the month a page opens with: when most people were in boxes with boxes inside."""
    outer = {box.within for box in codebook.boxes if box.within}
    present = [series for code, series in months.stocks.items() if code in outer]
    sums = [sum(row) for row in zip(*present, strict=True)]
    return sums.index(max(sums)) if sums else 0


def script_hash(script: str) -> str:
    """Return a script's hash as a page's policy names it."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
