"""Write released rows as CSV and XLSX; no cell can start a formula."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec
from openpyxl import Workbook

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
LONG_AGO = datetime(1980, 1, 1)  # noqa: DTZ001  # the earliest time a zip can hold; it has no zone

Cell = str | int | float | bool | None


def neutral(value: object) -> Cell:
    """Return a cell value; text that could start a formula gets an apostrophe."""
    if value is None or isinstance(value, bool | int | float):
        return value
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def table_of(rows: Sequence[object]) -> tuple[list[str], list[list[Cell]]]:
    """Return the header and the cells of released rows of one kind."""
    plain: list[Mapping[str, object]] = [msgspec.to_builtins(row) for row in rows]
    header = list(plain[0]) if plain else []
    return header, [[neutral(row[key]) for key in header] for row in plain]


def write_csv(rows: Sequence[object]) -> bytes:
    """Return the rows as CSV in UTF-8 with a byte order mark, so that Excel reads it."""
    header, cells = table_of(rows)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(cells)
    return out.getvalue().encode("utf-8-sig")


def write_xlsx(tables: Mapping[str, Sequence[object]]) -> bytes:
    """Return a workbook with one sheet per table; the same rows give the same bytes."""
    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        header, cells = table_of(rows)
        for line in ([header] if header else []) + cells:
            sheet.append(line)
        sheet.freeze_panes = "A2"
    book.properties.creator = "Tumen"
    book.properties.created = LONG_AGO
    book.properties.modified = LONG_AGO
    out = io.BytesIO()
    book.save(out)
    return with_fixed_times(out.getvalue())


def with_fixed_times(archive: bytes) -> bytes:
    """Return a zip with the same members, in order of name, all from 1980."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in sorted(source.namelist()):
            data = _without_times(name, source.read(name))
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            target.writestr(member, data)
    return out.getvalue()


def _without_times(name: str, data: bytes) -> bytes:
    """Openpyxl writes the time of saving into the core properties: set it back."""
    if name != "docProps/core.xml":
        return data
    head, mark, rest = data.partition(b"<dcterms:modified")
    if not mark:
        return data
    opening, _, after = rest.partition(b">")
    _, _, tail = after.partition(b"<")
    return head + mark + opening + b">1980-01-01T00:00:00Z<" + tail
