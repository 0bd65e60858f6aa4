"""`tumen new`: make a case folder."""

from typing import Annotated

import typer

from tumen.cli.options import CaseFolder
from tumen.pipeline.new import make_case


def new(
    case: CaseFolder,
    codebook: Annotated[
        str, typer.Option(help="Built-in codebook, or a folder with codebook.toml.")
    ] = "dprk-labour",
) -> int:
    """Make an empty case. Settings are in tumen.toml, everything else in one file."""
    make_case(case, codebook)
    print(f"Made {case}. Next: tumen add {case} PATH...")
    return 0
