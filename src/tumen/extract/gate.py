"""The exact-words gate: a claim without its words, or with other digits, is refused.

Every claim passes here, whoever made it: rules, a table, a model or a person.
"""

from collections.abc import Iterable

from tumen.codebook.schema import Codebook, Element
from tumen.errors import ClaimRefused
from tumen.extract.amounts import find_amounts, find_numbers
from tumen.extract.amounts_quantity import Quantity
from tumen.extract.table_rows import cells_of, number_in
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import ARTICLE_VOICE, Claim, Kind, SpeakerKind
from tumen.records.document import Document, Form, Role
from tumen.records.span import Span

SILENT = (
    Role.FURNITURE,
    Role.COMMENT,
    Role.CAPTION,
    Role.BYLINE,
    Role.CREDIT,
    Role.DATELINE,
)
BY_PERSON = "person"
TOLERANCE = 1e-9
VAGUE = frozenset(
    {Qualifier.VAGUE_DOZENS, Qualifier.VAGUE_HUNDREDS, Qualifier.VAGUE_THOUSANDS}
)


def check_claim(claim: Claim, document: Document, codebook: Codebook) -> None:
    """Let a claim pass that quotes its exact words and keeps to the closed lists.

    Raises:
        ClaimRefused: the quote is not the text at its span; the span lies in a menu,
            comment, caption or byline (a person may choose those); a number cannot
            be read again inside the span; a slot points outside the text; element,
            kind, measure or unit are not in the codebook; the voice `article` stands
            without the kind `author`, or the other way round.
    """
    _check_words(claim, document)
    _check_slots(claim, document)
    if not _by_person(claim):
        _check_block(claim, document)
    _check_element(claim, codebook)
    _check_voice(claim)
    _check_numbers(claim, document, codebook)


def _refuse(problem: str, remedy: str) -> ClaimRefused:
    return ClaimRefused(problem, remedy)


def _by_person(claim: Claim) -> bool:
    return claim.found_by.split(" ")[0] == BY_PERSON


def _check_words(claim: Claim, document: Document) -> None:
    if claim.capture != document.capture:
        raise _refuse(
            f"the claim belongs to the bytes {claim.capture}, "
            f"the page to {document.capture}",
            "Check the claim against its own page.",
        )
    words = claim.span.quote(document.text)
    if words != claim.quote:
        raise _refuse(
            f"the quote {claim.quote!r} is not the text at {claim.span.start}-"
            f"{claim.span.end}: {words!r}",
            "Quote the page letter by letter.",
        )


def _check_slots(claim: Claim, document: Document) -> None:
    for name, slot in claim.slots.items():
        for span in (slot.span, slot.inherited_from):
            if span is not None and span.end > len(document.text):
                raise _refuse(
                    f"the slot {name} points to {span.start}-{span.end}, after the "
                    f"text ({len(document.text)} characters)",
                    "Point it to words of the page.",
                )


def _check_block(claim: Claim, document: Document) -> None:
    for block in document.blocks_of(*SILENT):
        if block.span.meets(claim.span):
            raise _refuse(
                f"the words stand in a {block.role} of the page",
                "Claims are read from the running text; a person may add this one.",
            )


def _check_element(claim: Claim, codebook: Codebook) -> None:
    element = codebook.elements.get(claim.element)
    if element is None:
        raise _refuse(
            f"the codebook {codebook.name} has no element {claim.element!r}",
            "Choose a code that `docs/reference/codebook.md` lists.",
        )
    if claim.kind.value not in element.kinds:
        raise _refuse(
            f"{element.code} is no {claim.kind}; it may be {', '.join(element.kinds)}",
            "Choose another kind or element.",
        )
    if claim.kind is Kind.FIGURE:
        _check_figure(claim.amount, element)
    elif claim.amount != Amount():
        raise _refuse(
            f"a {claim.kind} carries no amount, this one has {claim.amount}",
            "Make the number a figure of its own.",
        )


def _check_figure(amount: Amount, element: Element) -> None:
    if amount.unit is None:
        raise _refuse("the figure has no unit", "Say what is counted.")
    if element.measures and amount.measure.value not in element.measures:
        raise _refuse(
            f"{element.code} is not measured as {amount.measure}, but as "
            f"{', '.join(element.measures)}",
            "Choose another measure or element.",
        )
    if element.units and amount.unit not in element.units:
        raise _refuse(
            f"{element.code} is not counted in {amount.unit}, but in "
            f"{', '.join(element.units)}",
            "Choose another unit or element.",
        )
    if amount.measure is Measure.SHARE and max(_values(amount), default=0) > 100:
        raise _refuse("a share is above 100 percent", "Read the number again.")


def _check_voice(claim: Claim) -> None:
    is_article = claim.speaker.name == ARTICLE_VOICE
    if is_article != (claim.speaker.kind is SpeakerKind.AUTHOR):
        raise _refuse(
            f"the speaker {claim.speaker.name!r} has the kind {claim.speaker.kind}",
            f"{ARTICLE_VOICE!r} and {SpeakerKind.AUTHOR} go together, and only those.",
        )


def _values(amount: Amount) -> tuple[float, ...]:
    return tuple(v for v in (amount.low, amount.best, amount.high) if v is not None)


def _check_numbers(claim: Claim, document: Document, codebook: Codebook) -> None:
    values, qualifier = _values(claim.amount), claim.amount.qualifier
    if document.form is Form.TABLE and values:
        _check_values(values, _cell_values(claim, document))
    elif values and _by_person(claim):
        _check_values(values, _all_values(claim.span, document, codebook))
    elif values or (qualifier in VAGUE and document.form is Form.ARTICLE):
        quantities = tuple(_quantities(claim.span, document, codebook))
        _check_values(values, {v for q in quantities for v in _bounds(q)})
        if qualifier in VAGUE and all(q.qualifier is not qualifier for q in quantities):
            raise _refuse(
                f"no word for {qualifier} stands in {claim.quote!r}",
                "Quote the word that gives the size.",
            )


def _check_values(values: Iterable[float], found: Iterable[float]) -> None:
    known = tuple(found)
    for value in values:
        if not any(abs(value - k) <= TOLERANCE * max(1.0, abs(k)) for k in known):
            raise _refuse(
                f"{value:g} cannot be read from the words of the claim",
                "Quote the words that state the number.",
            )


def _bounds(quantity: Quantity) -> tuple[float, ...]:
    every = (quantity.low, quantity.best, quantity.high)
    return tuple(value for value in every if value is not None)


def _quantities(
    span: Span, document: Document, codebook: Codebook
) -> Iterable[Quantity]:
    """Give what is read inside the span, from its own words and from its block's.

    The words around may decide a reading (`from 900 to 120`), the digits may not
    come from them.
    """
    windows = [span, *(b.span for b in document.blocks if b.span.holds(span))]
    for window in windows:
        for language in codebook.languages.values():
            found = find_amounts(
                document.text, window.start, window.end, language.numbers
            )
            yield from (q for q in found if span.holds(q.value_span))


def _all_values(span: Span, document: Document, codebook: Codebook) -> frozenset[float]:
    return frozenset().union(
        *(
            find_numbers(document.text, span.start, span.end, language.numbers)
            for language in codebook.languages.values()
        )
    )


def _cell_values(claim: Claim, document: Document) -> set[float]:
    cells = cells_of(claim.quote, len(document.header))
    numbers = (number_in(cell) for cell in cells or ())
    return {number for number in numbers if number is not None}
