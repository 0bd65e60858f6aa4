"""Read the number of somebody else's claim again; theirs is only compared with it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tumen.codebook.schema import Element
from tumen.errors import ClaimRefused
from tumen.extract.amounts import Quantity
from tumen.extract.elements import unit_in
from tumen.extract.frame import LANGUAGE
from tumen.extract.gate import readings_in
from tumen.extract.measures import possible_measures
from tumen.extract.proposed_page import ProposedPage
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import Kind
from tumen.records.proposed import ProposedClaim
from tumen.records.span import Span

TOLERANCE = 1e-9

MOST_NAMED = 8
"""Elements that a message names."""

Bounds = tuple[float | None, float | None, float | None, Qualifier | None]
"""Low, best, high and wording; None where nothing is said of it."""


@dataclass(frozen=True, slots=True)
class ReadAmount:
    """An amount as our grammar reads it.

    Args:
        span: the words that prove it, None without a number.
        readings: what the words give where the row disagrees and the value is blank.
        notes: where the row says something else.
    """

    amount: Amount
    span: Span | None = None
    readings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read_amount(
    row: ProposedClaim, span: Span, element: Element, page: ProposedPage
) -> ReadAmount:
    """Return the amount that the words of a claim state.

    Where the row gives other values or bounds, neither is taken: the value stays blank.
    A unit is ours; where the grammar knows none, one of the element's may be named.

    Raises:
        ClaimRefused: the words state no number, or several and the row does not say
            which; no measure fits; something that is no figure carries a number.
    """
    if row.kind is not Kind.FIGURE:
        _refuse_number(row)
        return ReadAmount(Amount())
    found = _candidates(row, span, page)
    given = _given(row)
    same = [q for q in found if given is not None and _agrees(_bounds(q), given)]
    if same:
        return _read(row, same[0], element, page)
    values = dict.fromkeys(_bounds(q) for q in found)
    if len(values) > 1:
        raise ClaimRefused(
            f"the quote holds {len(values)} numbers"
            + ("" if given is None else ", and none is that of the row"),
            "Give figure_text: the words of the number that is meant.",
        )
    read = _read(row, found[0], element, page)
    return read if given is None else _blank(read, found[0])


def _refuse_number(row: ProposedClaim) -> None:
    values = (row.low, row.best, row.high)
    names = (row.qualifier or Qualifier.NONE, row.measure or Measure.NONE)
    if values != (None,) * 3 or names != (Qualifier.NONE, Measure.NONE):
        raise ClaimRefused(
            f"a row of the kind {row.kind} carries a number or a measure",
            "Leave them out, or make the number a row of its own of the kind figure.",
        )


def _candidates(
    row: ProposedClaim, span: Span, page: ProposedPage
) -> Sequence[Quantity]:
    found = readings_in(span, page.document, page.codebook)
    if row.figure_text is not None:
        places = [s for s in page.words.find(row.figure_text) if span.holds(s)]
        if not places:
            raise ClaimRefused(
                "figure_text does not stand inside the quote",
                "Copy it from the quote letter by letter.",
            )
        found = tuple(
            q for q in found if any(place.holds(q.value_span) for place in places)
        )
    if not found:
        raise ClaimRefused(
            "no number that counts can be read from the words",
            "Quote the words that state the number, all of them.",
        )
    return found


def _given(row: ProposedClaim) -> Bounds | None:
    """Return the value of a row, None when it leaves it to the words."""
    values = (row.low, row.best, row.high)
    if row.qualifier is None and values == (None, None, None):
        return None
    return (*values, row.qualifier)


def _bounds(quantity: Quantity) -> Bounds:
    return quantity.low, quantity.best, quantity.high, quantity.qualifier


def _agrees(ours: Bounds, theirs: Bounds) -> bool:
    """Tell whether a row says nothing else; what it leaves out is left to the words."""
    return theirs[3] in (None, ours[3]) and all(
        other is None
        or (one is not None and abs(one - other) <= TOLERANCE * max(1.0, abs(one)))
        for one, other in zip(ours[:3], theirs[:3], strict=True)
    )


def _read(
    row: ProposedClaim, quantity: Quantity, element: Element, page: ProposedPage
) -> ReadAmount:
    _check_fit(quantity, element, page)
    unit, notes = _unit(row, quantity, element, page)
    amount = Amount(
        measure=_measure(row, quantity, element),
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        unit=unit,
        qualifier=quantity.qualifier,
    )
    return ReadAmount(amount, quantity.span, (), notes)


def _unit(
    row: ProposedClaim, quantity: Quantity, element: Element, page: ProposedPage
) -> tuple[str, tuple[str, ...]]:
    papers = page.codebook.languages[LANGUAGE].voices.papers
    ours = unit_in(element, quantity, papers)
    if ours is None:
        if row.unit is None or not (element.units and element.allows(row.unit)):
            raise ClaimRefused(
                "the words do not say in which unit they count",
                f"Give one of the units of the element: {', '.join(element.units)}.",
            )
        return row.unit, ()
    if row.unit not in (None, ours):
        return ours, (f"unit: the words give {ours}, the row {row.unit!r}",)
    return ours, ()


def _measure(row: ProposedClaim, quantity: Quantity, element: Element) -> Measure:
    allowed = _allowed(quantity, element)
    if row.measure is None and len(allowed) == 1:
        return allowed[0]
    if row.measure is None or row.measure not in allowed:
        raise ClaimRefused(
            "the row does not say what is measured"
            if row.measure is None
            else f"this number cannot be a {row.measure} of {element.code}",
            f"Give measure: {' or '.join(allowed)}.",
        )
    return row.measure


def _allowed(quantity: Quantity, element: Element) -> list[Measure]:
    """Return the measures that a number may have under an element."""
    possible = possible_measures(quantity)
    listed = [Measure(m) for m in element.measures] or sorted(possible)
    return [measure for measure in listed if measure in possible]


def _check_fit(quantity: Quantity, element: Element, page: ProposedPage) -> None:
    """Refuse a number that no measure or unit makes one of the element.

    Asked before what the row says of either: whatever it said would be refused.
    """
    papers = page.codebook.languages[LANGUAGE].voices.papers
    unit = unit_in(element, quantity, papers)
    if not _allowed(quantity, element):
        problem = (
            f"{element.code} is measured as {' or '.join(element.measures)}, and this "
            f"number can only be {' or '.join(sorted(possible_measures(quantity)))}"
        )
    elif not _is_unit_of(unit, element):
        problem = (
            f"{element.code} is counted in {' or '.join(element.units) or 'any unit'}, "
            f"and the words count {unit or 'in none'}"
        )
    else:
        return
    raise ClaimRefused(problem, _elsewhere(quantity, element, page, papers))


def _is_unit_of(unit: str | None, element: Element) -> bool:
    """Tell whether an element counts in a unit; without one the row may name it."""
    if unit is None or not element.units:
        return bool(unit or element.units)
    return element.allows(unit)


def _elsewhere(
    quantity: Quantity, element: Element, page: ProposedPage, papers: Collection[str]
) -> str:
    """Return which elements would take a number.

    Those that count in its unit before all else come first, then the same family.
    """
    family = element.code.partition(".")[0]
    takers = [
        other.code
        for other in page.codebook.elements.values()
        if Kind.FIGURE in other.kinds
        and _allowed(quantity, other)
        and _is_unit_of(unit_in(other, quantity, papers), other)
    ]
    if not takers:
        return "No element of the codebook takes it: quote another number."
    unit = quantity.unit

    def rank(code: str) -> tuple[bool, bool]:
        usual = page.codebook.elements[code].units[:1]
        return unit not in usual, code.partition(".")[0] != family

    takers.sort(key=rank)
    more = ", ..." if len(takers) > MOST_NAMED else "."
    return f"Give an element that takes it: {', '.join(takers[:MOST_NAMED])}{more}"


def _blank(read: ReadAmount, quantity: Quantity) -> ReadAmount:
    """Return an amount without the value on which row and words disagree."""
    unsaid = Amount(measure=read.amount.measure, unit=read.amount.unit)
    words = " ".join(
        [str(quantity.qualifier)]
        + [f"{v:g}" for v in dict.fromkeys(_bounds(quantity)[:3]) if v is not None]
    )
    note = f"value: the words give {words}, the row something else; it is left blank"
    return ReadAmount(unsaid, read.span, (words,), (*read.notes, note))
