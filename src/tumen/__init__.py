"""Model a hidden labour system from sourced claims.

`tumen.open(case)` gives the answers of a finished case to Python code.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tumen.pipeline.case import Case

__version__ = "0.1.0"


def open(case: str | Path) -> "Case":
    """Open an existing case folder for reading.

    Raises:
        CaseError: there is no case in that folder, or it cannot be used.
    """
    # Imported here so that `import tumen.records...` does not load every stage.
    from tumen.pipeline.case import open_case

    return open_case(Path(case))
