"""Read the rows of a truth file; a wrong row is named with file and line."""

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from tumen.errors import TruthError

Row = TypeVar("Row")


def read_rows(text: str, kind: type[Row], file: str) -> tuple[Row, ...]:
    """Return the rows of a JSON lines text, blank lines left out.

    Args:
        kind: record of `tumen.records.truth` that a line holds.
        file: what to call the text in a message.

    Raises:
        TruthError: a line is no such row.
    """
    return tuple(_rows(text, msgspec.json.Decoder(kind), file))


def _rows(text: str, decoder: msgspec.json.Decoder[Row], file: str) -> Iterator[Row]:
    # Not splitlines: it would also break inside a string that holds a rare line end.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield decoder.decode(line)
        except msgspec.DecodeError as error:
            raise TruthError(
                f"{file}, line {number}: {_begun_small(str(error))}",
                "Mend that line; docs/howto/score_a_run.md shows the form.",
            ) from error


def _begun_small(text: str) -> str:
    """Return a message with a small first letter; "JSON" stays."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
