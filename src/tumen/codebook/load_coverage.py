"""Read what became of each element that the texts of a codebook tell."""

from functools import cache

from tumen.codebook.check_coverage import find_coverage_trouble
from tumen.codebook.coverage import Coverage
from tumen.codebook.load import folder_of, load_codebook, read_entry
from tumen.codebook.load_world import load_world_rules
from tumen.errors import CodebookError

FILE = "coverage.toml"


@cache
def load_coverage(codebook: str) -> Coverage:
    """Return the coverage of a codebook.

    Raises:
        CodebookError: the codebook has none, or it is wrong: an element is missing, or
            names something that does not exist.
    """
    file = folder_of(codebook) / FILE
    if not file.is_file():
        raise CodebookError(
            f"the codebook {codebook} does not say what became of its elements",
            f"Add {FILE} to it; src/tumen/codebook/coverage.py gives its keys.",
        )
    coverage = read_entry(file, Coverage)
    trouble = find_coverage_trouble(
        coverage, load_codebook(codebook), load_world_rules(codebook)
    )
    if trouble:
        raise CodebookError(f"{file}: {trouble[0]}", "Mend the entry.")
    return coverage
