"""The templates of the workbench, and the words they share with the terminal."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

ENVIRONMENT = Environment(
    loader=PackageLoader("tumen.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(template: str, /, status: int = 200, **values: object) -> HTMLResponse:
    """Return a page; a value missing in it is an error, never an empty place."""
    return HTMLResponse(ENVIRONMENT.get_template(template).render(**values), status)
