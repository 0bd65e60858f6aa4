"""Read figure tables: one row of named slots, or a known series of yearly counts.

The first shape has the columns `element`, `measure`, `low` and so on, named as in the
annotation guide, one claim a row. The second is described by `tables/*.toml` of the
codebook: one claim for each figure column of a row. In both the quote is the raw row.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from tumen.codebook.schema import Codebook, TableColumn, TableFormat
from tumen.errors import FigureError, MaterialError, TumenError
from tumen.extract.table_rows import number_in, period_in
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import (
    ARTICLE_VOICE,
    Claim,
    Hedge,
    Kind,
    Slot,
    SpeakerKind,
    Voice,
)
from tumen.records.claim_id import with_id
from tumen.records.document import Block, Document, Role
from tumen.records.ids import ClaimId
from tumen.records.issue import Issue
from tumen.records.period import Period
from tumen.records.table_row import cells_of

SLOT_COLUMNS = ("element", "measure", "qualifier", "unit", "speaker")
VALUE_COLUMNS = ("low", "best", "high")
VIA = " via "
CONFIDENCE = 0.95
BY_TABLE = "table"
PEOPLE = "people."
YEAR_END = "year_end"

Row = Mapping[str, str]


def table_claims(document: Document, codebook: Codebook) -> tuple[Claim, ...]:
    """Return the claims of a table in order of its rows; see `table_issues`."""
    return read_table_claims(document, codebook)[0]


def table_issues(document: Document, codebook: Codebook) -> tuple[Issue, ...]:
    """Return what could not be read: unknown columns, and rows with their words."""
    return read_table_claims(document, codebook)[1]


def read_table_claims(
    document: Document, codebook: Codebook
) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    """Return the claims of a table and the issues of its rows; no row is lost."""
    series = next(
        (t for t in codebook.tables if set(t.header) <= set(document.header)), None
    )
    if series is None and not set(SLOT_COLUMNS) <= set(document.header):
        return (), (_unknown_columns(document),)
    claims: list[Claim] = []
    issues: list[Issue] = []
    for block in document.blocks_of(Role.BODY):
        try:
            row = _row(document, block)
            if series is None:
                claims.append(with_id(_of_slots(row, document, block)))
            else:
                claims += map(with_id, _of_series(row, series, document, block))
        except (MaterialError, FigureError) as error:
            issues.append(_bad_row(document, block, error))
    return tuple(claims), tuple(issues)


def _row(document: Document, block: Block) -> Row:
    cells = cells_of(block.span.quote(document.text), len(document.header))
    if cells is None:
        raise MaterialError(
            f"the row does not have the {len(document.header)} cells of the header",
            "Give every column a cell, and close every quotation mark.",
        )
    return dict(zip(document.header, cells, strict=True))


def _of_slots(row: Row, document: Document, block: Block) -> Claim:
    """Return the claim of a row that names its slots.

    `via` may name two outlets (`Wire via Paper`); the first is nearest to the fact.

    Raises:
        MaterialError: a cell outside the closed lists, or no number or day.
        FigureError: bounds that do not fit the qualifier.
    """
    voices = tuple(filter(None, row.get("via", "").split(VIA)))
    outlets = tuple(filter(None, (row.get("outlet"),)))
    speaker = Voice(
        _word(row, "speaker"), SpeakerKind(_listed(row, "speaker_kind", SpeakerKind))
    )
    by_author = speaker.kind is SpeakerKind.AUTHOR
    _refuse_negative_people(row)
    return Claim(
        id=ClaimId(""),
        capture=document.capture,
        doc=document.name,
        span=block.span,
        quote=block.span.quote(document.text),
        kind=Kind.FIGURE,
        element=_word(row, "element"),
        amount=Amount(
            measure=Measure(_listed(row, "measure", Measure)),
            low=_number(row, "low"),
            best=_number(row, "best"),
            high=_number(row, "high"),
            unit=row.get("unit") or None,
            qualifier=Qualifier(_listed(row, "qualifier", Qualifier)),
        ),
        as_of=_as_of(row),
        place=row.get("place") or None,
        iso=row.get("iso") or None,
        population=row.get("population") or None,
        speaker=Voice(ARTICLE_VOICE, SpeakerKind.AUTHOR) if by_author else speaker,
        via=voices[0] if voices else None,
        chain=(*(() if by_author else (speaker.name,)), *voices, *outlets),
        hedge=Hedge(_listed(row, "hedge", Hedge))
        if row.get("hedge")
        else Hedge.ASSERTED,
        flags=(f"origin:{row['origin']}",) if row.get("origin") else (),
        slots=_slots(block, "table.slots"),
        rule="table.slots",
        found_by=BY_TABLE,
        confidence=CONFIDENCE,
    )


def _of_series(
    row: Row, series: TableFormat, document: Document, block: Block
) -> Iterator[Claim]:
    """Yield a claim for each figure column that is filled.

    Raises:
        MaterialError: no date in the date column, or a cell that is no number.
    """
    when = _period(row, series.date_column)
    for column in series.columns:
        value = _number(row, column.column)
        if value is None:
            continue
        yield Claim(
            id=ClaimId(""),
            capture=document.capture,
            doc=document.name,
            span=block.span,
            quote=block.span.quote(document.text),
            kind=Kind.FIGURE,
            element=column.element,
            amount=Amount(
                measure=Measure(column.measure),
                low=value,
                best=value,
                high=value,
                unit=column.unit,
                qualifier=Qualifier.EXACT,
            ),
            as_of=_series_period(when, series, column),
            place=series.place,
            iso=series.iso,
            population=column.population,
            speaker=Voice(series.speaker, SpeakerKind(series.speaker_kind)),
            chain=(series.speaker,),
            hedge=Hedge(series.hedge),
            flags=(f"origin:{series.name}",),
            slots=_slots(block, f"table.{series.name}"),
            rule=f"table.{series.name}",
            found_by=BY_TABLE,
            confidence=CONFIDENCE,
        )


def _slots(block: Block, rule: str) -> dict[str, Slot]:
    """Return how the slots were filled: all of them from the row."""
    slot = Slot(rule=rule, confidence=CONFIDENCE, span=block.span)
    names = ("amount", "unit", "as_of", "place", "population", "speaker")
    return dict.fromkeys(names, slot)


def _series_period(when: Period, series: TableFormat, column: TableColumn) -> Period:
    """Return 31 December for a stock counted at the year's end, else the whole time."""
    if series.as_of == YEAR_END and column.measure == Measure.STOCK.value:
        return Period(when.last, when.last)
    return when


def _word(row: Row, column: str) -> str:
    word = row.get(column)
    if not word:
        raise MaterialError(f"the cell {column} is empty", "Fill it in.")
    return word


def _listed(row: Row, column: str, listed: type[StrEnum]) -> str:
    """Return a word of a closed list; an empty cell stands for `none` where it is one.

    Raises:
        MaterialError: the word is not on the list.
    """
    known = tuple(member.value for member in listed)
    word = row.get(column) or "none"
    if word not in known:
        raise MaterialError(
            f"{column} is {word!r}, which is not on its list",
            f"Use one of: {', '.join(known)}.",
        )
    return word


def _number(row: Row, column: str) -> float | None:
    cell = row.get(column)
    number = number_in(cell) if cell else None
    if cell and number is None:
        raise MaterialError(
            f"{column} holds {cell!r}, which is no number",
            "Write digits only, or leave the cell empty.",
        )
    return number


def _refuse_negative_people(row: Row) -> None:
    """Refuse a count of people below nobody.

    Raises:
        MaterialError: a number of a row about people is negative.
    """
    if not row.get("element", "").startswith(PEOPLE):
        return
    for column in VALUE_COLUMNS:
        number = _number(row, column)
        if number is not None and number < 0:
            raise MaterialError(
                f"{column} is {number:g}: nobody counts fewer people than none",
                "Read the number again.",
            )


def _as_of(row: Row) -> Period:
    """Return the period from the first day of `as_of_start` to the last of `as_of_end`."""
    first = _period(row, "as_of_start").first if row.get("as_of_start") else None
    last = _period(row, "as_of_end").last if row.get("as_of_end") else None
    return Period(first, last)


def _period(row: Row, column: str) -> Period:
    found = period_in(row.get(column, ""))
    if found is None:
        raise MaterialError(
            f"{column} holds {row.get(column, '')!r}, which is no day, month or year",
            "Write 2019, 2019-09 or 2019-09-05.",
        )
    return found


def _unknown_columns(document: Document) -> Issue:
    return Issue(
        stage="extract",
        code="unknown_table",
        doc=document.name,
        problem=f"no figure table with the columns {', '.join(document.header)} is known",
        remedy=f"Name at least the columns {', '.join(SLOT_COLUMNS)}, or describe the "
        "table in the codebook's folder `tables`.",
        capture=document.capture,
        span=document.blocks[0].span if document.blocks else None,
    )


def _bad_row(document: Document, block: Block, error: TumenError) -> Issue:
    return Issue(
        stage="extract",
        code="table_row",
        doc=document.name,
        problem=error.problem,
        remedy=error.remedy,
        capture=document.capture,
        span=block.span,
    )
