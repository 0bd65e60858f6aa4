"""A world's tables and events in columns, for Parquet and notebooks."""

from tumen.publish.parquet import Column
from tumen.records.world import World, WorldEvent, WorldTable

EVENT_COLUMNS = tuple(WorldEvent.__slots__)


def world_columns(world: World) -> dict[str, dict[str, Column]]:
    """Return every table by its name: the monthly ones, `events` and `sites`."""
    monthly = {name: month_columns(world, t) for name, t in world.tables.items()}
    return monthly | {"events": event_columns(world), "sites": site_columns(world)}


def month_columns(world: World, table: WorldTable) -> dict[str, Column]:
    """Return a monthly table, the month in front."""
    months: Column = [f"{world.month_start(at):%Y-%m}" for at in range(len(table.rows))]
    columns: dict[str, Column] = {"month": months}
    return columns | {name: table.column(name) for name in table.columns}


def event_columns(world: World) -> dict[str, Column]:
    """Return events, each with its day."""
    days: Column = [
        world.month_start(event.month).replace(day=event.day).isoformat()
        for event in world.events
    ]
    fields: dict[str, Column] = {
        name: [getattr(event, name) for event in world.events]
        for name in EVENT_COLUMNS
        if name not in ("month", "day")
    }
    dated: dict[str, Column] = {"date": days}
    return dated | fields


def site_columns(world: World) -> dict[str, Column]:
    """Return sites, a column for each condition."""
    fields = ("number", "region", "trade", "firm", "opened", "closed", "most")
    described: dict[str, Column] = {
        name: [getattr(site, name) for site in world.sites] for name in fields
    }
    named = world.sites[0].conditions if world.sites else {}
    return described | {
        name: [site.conditions[name] for site in world.sites] for name in named
    }
