"""Run the commands shown in the documentation, and draw its pictures.

  python docs/build_outputs.py

Every fenced block marked `console` holds lines `$ command`; below each stands its
output. The commands of one page share an empty folder with a copy of examples/. A block
marked `console shown` is left alone (it starts something that does not end). The
pictures show the case of the examples as a public release draws it.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tumen.codebook.load import load_codebook
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.run import run_case
from tumen.pipeline.world import make_world
from tumen.publish.figures_svg import draw_figures
from tumen.publish.system_svg import draw_system
from tumen.publish.world_plots import world_plots
from tumen.publish.world_svg import draw_world_month

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "docs" / "tutorial" / "first_case.md")
PICTURES = ROOT / "docs" / "pictures"
PICTURED_YEAR = 2017
"""A year many have counted."""
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
PICTURED_MONTH = 119
"""December 2014 of the simulated world: many recognised, few on short visas."""
MOST_LINES = 36
"""Longer outputs are cut, and say so."""
WIDTH = "110"


def commands_of(block: str) -> Iterator[str]:
    """Yield the commands of a block, without their outputs."""
    for line in block.splitlines():
        if line.startswith("$ "):
            yield line[2:]


def run_line(command: str, folder: Path) -> tuple[int, str]:
    """Run one line in a shell; return its exit code and what it printed."""
    here = Path(sys.executable).parent
    settings = os.environ | {
        "PATH": f"{here}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": WIDTH,
        "PYTHONPATH": str(ROOT / "src"),
    }
    done = subprocess.run(  # noqa: S602  the commands are our own
        command,
        shell=True,
        cwd=folder,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.replace(folder.resolve().as_uri(), "file://...")


def cut(output: str) -> str:
    """Return the output as it is printed in a page."""
    lines = [line.rstrip() for line in output.strip("\n").splitlines()]
    if len(lines) > MOST_LINES:
        left = len(lines) - MOST_LINES
        lines = [*lines[:MOST_LINES], f"... {left} more lines"]
    return "\n".join(lines) + "\n" if lines else ""


def rewrite(text: str, folder: Path) -> str:
    """Return the page with fresh outputs; stop at a command that cannot be done."""

    def fill(block: re.Match[str]) -> str:
        parts = []
        for command in commands_of(block.group(1)):
            code, output = run_line(command, folder)
            if code not in (0, 3):
                raise SystemExit(f"{command} ended with {code}:\n{output}")
            parts.append(f"$ {command}\n{cut(output)}")
        return "```console\n" + "\n".join(parts) + "```"

    return BLOCK.sub(fill, text)


def draw_pictures(folder: Path) -> None:
    """Draw the system and the people present, from the examples."""
    now = datetime.now(UTC)
    make_case(folder / "pictured")
    with open_case(folder / "pictured") as case:
        add_paths(case, [ROOT / "examples"], now=now)
        run_case(case, now=now)
        release = case.release("public", made_on=now.date())
        system = draw_system(release, case.codebook, PICTURED_YEAR)
        present = draw_figures(release, case.codebook, "people.present")
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / "system.svg").write_text(system, encoding="utf-8")
    (PICTURES / "present.svg").write_text(present, encoding="utf-8")


def draw_world() -> None:
    """Draw a month of the simulated world, and who is present over time."""
    world = make_world("dprk-labour", "as-it-was", 1)
    codebook = load_codebook(world.codebook)
    month = draw_world_month(world, codebook, PICTURED_MONTH)
    (PICTURES / "world.svg").write_text(month, encoding="utf-8")
    stocks = world_plots(world, codebook)["stocks"]
    (PICTURES / "world_stocks.svg").write_text(stocks, encoding="utf-8")


def main() -> None:
    """Rewrite every page and draw every picture."""
    with tempfile.TemporaryDirectory() as scratch:
        draw_pictures(Path(scratch))
    draw_world()
    for page in PAGES:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            shutil.copytree(ROOT / "examples", folder / "examples")
            text = page.read_text(encoding="utf-8")
            page.write_text(rewrite(text, folder), encoding="utf-8")


if __name__ == "__main__":
    main()
