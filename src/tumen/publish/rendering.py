"""Fill templates; everything they print is escaped."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from tumen.publish.wording import period_words, shown_number


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("tumen.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = shown_number
    environment.filters["period"] = period_words
    return environment


def render(template: str, **values: object) -> str:
    """Return a template of `publish/templates` filled with values."""
    return _environment().get_template(template).render(**values)


def read_template(name: str) -> str:
    """Return a template file as it is, e.g. a stylesheet."""
    loader = _environment().loader
    assert loader is not None  # noqa: S101  # set three lines above
    return loader.get_source(_environment(), name)[0]
