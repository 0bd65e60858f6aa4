"""A label and its number, told from sentences, clocks and counters."""

import pytest

from tumen.codebook.schema import Codebook
from tumen.read.lexicon import make_lexicon
from tumen.read.number_rows import is_number_row


@pytest.mark.parametrize(
    "line",
    [
        "Saltmouth: 1,240",
        "Uplands - 310",
        "Oat flour        2,075",
        "Left in the jar ........ 40",
        "Crews, yearly average | 900 | 1 300",
        "2014: 7 hired / 12 sent home",
        "Q1 2014    6,012",
        "Uplands: 310 (in the year before 290); 40 boats",
        "Rent per bunk: USD 25",
    ],
)
def test_a_label_and_its_number_are_a_row(line: str, codebook: Codebook) -> None:
    assert is_number_row(line, make_lexicon(codebook))


@pytest.mark.parametrize(
    "line",
    [
        "The mill has three crews: 40 men.",
        "Views: 1,904",
        "Comments: 14",
        "Updated | 6:40",
        "Printed - 12 May 2014",
        "Harbour: 14 °C",
        "17:30",
        "1. The mill",
        "Call the mill: 02-18-08",
        "Herring stays away",
        "Chapter 3 | The mill at night",
    ],
)
def test_other_lines_are_no_rows(line: str, codebook: Codebook) -> None:
    assert not is_number_row(line, make_lexicon(codebook))
