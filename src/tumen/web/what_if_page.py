"""What if: one scenario of the model at a time, with its fan."""

from collections.abc import Sequence
from datetime import UTC, datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from tumen.codebook.model import Scenario
from tumen.pipeline.case import open_case
from tumen.publish.fan_svg import draw_fan
from tumen.web.templates import render


async def what_if_page(request: Request) -> HTMLResponse:
    """List the scenarios of the model in its own order; draw the one that is asked for.

    They are never ranked or compared, save that the medians of no change stand dashed
    beside them.
    """
    asked = request.query_params.get("scenario", "")
    with open_case(request.app.state.folder) as case:
        name, model = case.name, case.codebook.model
        scenarios = model.scenarios if model else ()
        chosen = next((s for s in scenarios if s.name == asked), None)
        if asked and chosen is None:
            raise HTTPException(404, f"no scenario {asked}")
        unchanged = no_change(scenarios)
        wanted = dict.fromkeys(s.name for s in (unchanged, chosen) if s)
        rows = (
            case.what_if_rows(
                tuple(wanted), view="inside", made_on=datetime.now(UTC).date()
            )
            if chosen
            else ()
        )
    baseline = unchanged.name if unchanged else None
    return render(
        "what_if.html",
        case=name,
        scenarios=scenarios,
        chosen=chosen,
        fan=draw_fan(rows, chosen.name, baseline=baseline) if chosen else "",
    )


def no_change(scenarios: Sequence[Scenario]) -> Scenario | None:
    """Return the scenario in which nothing changes, the measure of the others."""
    same = (s for s in scenarios if not s.effects and not s.arrivals)
    return next(same, None)
