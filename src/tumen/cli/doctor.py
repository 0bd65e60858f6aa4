"""`tumen doctor`: what is installed, what is missing, what to do."""

from tumen.cli.answers import make_table, print_table
from tumen.pipeline.doctor import find_parts


def doctor() -> int:
    """Say which parts work here, and which model reads English."""
    parts = find_parts()
    table = make_table("Tumen on this machine", ("part", "state", "what to do"))
    for part in parts:
        table.add_row(part.name, part.state, part.remedy)
    print_table(table, note="Nothing here needs a network after installing.")
    return 1 if any(part.is_broken for part in parts) else 0
