"""What holds for every test, and a small finished case of invented pages."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from tumen.pipeline.add import add_paths
from tumen.pipeline.case import open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.progress import tell_nobody
from tumen.pipeline.run import run_case

# No property fails for being slow on a busy machine.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
PAGES = {
    "ledger.txt": """Harbour Ledger (invented)

Ledger counts builders

By Ada Example

March 3, 2017

About 30,000 North Korean workers were living in Russia in 2017, the Interior Ministry said.

The workers work 13-hour days, according to a labour inspector.
""",
    "courier.txt": """Taiga Courier (invented)

Courier doubts the count

By Bo Sample

June 9, 2017

More than 20,000 North Korean workers are living in Russia, a professor at the Example University said.
""",
    "flight.txt": """Strait Post (invented)

One who left

By Cy Specimen

May 2, 2018

“I escaped from the site in 2016,” Han Model (not his real name), a former North Korean builder in Russia, told the Strait Post.
""",
}


@pytest.fixture(scope="session")
def finished_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("finished")
    pages = folder / "pages"
    pages.mkdir()
    for name, text in PAGES.items():
        (pages / name).write_text(text, encoding="utf-8")
    make_case(folder / "case", "dprk-labour")
    toml = folder / "case" / "tumen.toml"
    text = toml.read_text(encoding="utf-8")
    toml.write_text(text.replace('"auto"', '"regex"'), encoding="utf-8")
    with open_case(folder / "case") as case:
        add_paths(case, [str(pages)], now=NOW, report=tell_nobody)
        run_case(case, now=NOW, report=tell_nobody)
    return folder / "case"


@pytest.fixture
def case(finished_case: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(finished_case, tmp_path / "case"))
