"""The templates of the workbench, and the words they share with the terminal."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from tumen.publish.chance import chance_words, doubt_of
from tumen.publish.table_rows import Headers, brief_cells, row_cells
from tumen.publish.wording import claim_words, period_words
from tumen.records.release import ReleasedClaim

ENVIRONMENT = Environment(
    loader=PackageLoader("tumen.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.filters["period"] = period_words
ENVIRONMENT.filters["value"] = claim_words
ENVIRONMENT.filters["chance"] = chance_words
ENVIRONMENT.filters["doubt"] = doubt_of


def cells(claim: ReleasedClaim, headers: Headers) -> tuple[tuple[str, str], ...]:
    """Return what a row of a table is about, column by column; nothing for words."""
    return brief_cells(row_cells(claim, headers))


ENVIRONMENT.filters["cells"] = cells


def render(template: str, /, status: int = 200, **values: object) -> HTMLResponse:
    """Return a page; a value missing in it is an error, never an empty place."""
    return HTMLResponse(ENVIRONMENT.get_template(template).render(**values), status)
