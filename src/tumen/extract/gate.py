"""The exact-words gate: a claim without its words, or with other digits, is refused.

Every claim passes here, whoever made it: rules, a table, a model or a person.
"""

import difflib
from collections.abc import Iterable, Iterator

from tumen.codebook.language import Language
from tumen.codebook.schema import Codebook, Element
from tumen.errors import ClaimRefused
from tumen.extract.amounts import find_amounts, find_numbers
from tumen.extract.amounts_quantity import Quantity
from tumen.extract.anchors import cuts_words
from tumen.extract.compiled import latest
from tumen.extract.stretches import Stretches
from tumen.extract.table_rows import number_in
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import ARTICLE_VOICE, Claim, Kind, SpeakerKind
from tumen.records.document import Document, Form, Role
from tumen.records.span import Span
from tumen.records.table_row import cells_of

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
MOST_LETTERS = 80
"""A code is shown up to this length."""
VAGUE = frozenset(
    {Qualifier.VAGUE_DOZENS, Qualifier.VAGUE_HUNDREDS, Qualifier.VAGUE_THOUSANDS}
)


def check_claim(claim: Claim, document: Document, codebook: Codebook) -> None:
    """Let a claim pass that quotes its exact words and keeps to the closed lists.

    Raises:
        ClaimRefused: the quote is not the text at its span; the span lies in a menu,
            comment, caption or byline (a person may choose those); it cuts a word or
            a number in two; a number cannot be read again inside the span, with its
            bounds; a slot points outside the text; element, kind, measure or unit are
            not in the codebook; the voice `article` stands without the kind `author`,
            or the other way round.
    """
    _check_words(claim, document)
    _check_edges(claim.span, document.text)
    _check_slots(claim, document)
    if not _by_person(claim):
        check_block(claim.span, document)
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


def _check_edges(span: Span, text: str) -> None:
    if cuts_words(span, text):
        raise _refuse(
            f"the span {span.start}-{span.end} cuts a word or a number in two",
            "Quote whole words.",
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


def check_block(span: Span, document: Document) -> None:
    """Refuse words of a menu, comment, caption or byline.

    Raises:
        ClaimRefused: a letter of the words stands there.
    """
    for place in _blocks_of(document).meeting(span):
        block = document.blocks[place]
        if block.role in SILENT:
            raise _refuse(
                f"the words stand in a part of the page that makes no claims ({block.role})",
                "Claims are read from the running text; a person may add this one.",
            )


def unknown_element(code: str, codebook: Codebook) -> ClaimRefused:
    """Return the refusal of a code that is no element, naming the nearest ones."""
    near = difflib.get_close_matches(code[:MOST_LETTERS], codebook.elements)
    meant = f"Did you mean {' or '.join(near)}? " if near else ""
    return _refuse(
        f"the codebook {codebook.name} has no element {code[:MOST_LETTERS]!r}",
        f"{meant}`docs/reference/codebook-{codebook.name}.md` lists all.",
    )


def _check_element(claim: Claim, codebook: Codebook) -> None:
    element = codebook.elements.get(claim.element)
    if element is None:
        raise unknown_element(claim.element, codebook)
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
    if not element.allows(amount.unit):
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
    amount, values = claim.amount, _values(claim.amount)
    if document.form is Form.TABLE:
        _check_values(values, _cell_values(claim, document))
    elif values and (_by_person(claim) or _is_mended(claim)):
        _check_values(values, _all_values(claim.span, document, codebook))
    elif values or amount.qualifier in VAGUE:
        _check_reading(claim, document, codebook)


def _is_mended(claim: Claim) -> bool:
    """Tell whether a person set the amount of a claim that was found otherwise."""
    slot = claim.slots.get("amount")
    return slot is not None and slot.rule.split(" ")[0] == BY_PERSON


def _check_reading(claim: Claim, document: Document, codebook: Codebook) -> None:
    """Ask for one number of the words that has these values and these bounds."""
    amount = claim.amount
    for language in codebook.languages.values():
        # Nearly every number reads in its line as the claim has it: look there first.
        in_line = _read_in_line(claim.span, document, language)
        if any(_is_same(amount, q) for q in in_line if claim.span.holds(q.value_span)):
            return
    known = readings_in(claim.span, document, codebook)
    if any(_is_same(amount, quantity) for quantity in known):
        return
    _check_values(_values(amount), {v for q in known for v in _bounds(q)})
    if amount.qualifier in VAGUE:
        raise _refuse(
            f"no word for {amount.qualifier} stands in {claim.quote!r}",
            "Quote the word that gives the size.",
        )
    raise _refuse(
        f"the words give the numbers, but not as {amount.qualifier}",
        "Fill the bounds that the words state, and no others.",
    )


def _is_same(amount: Amount, quantity: Quantity) -> bool:
    pairs = (
        (amount.low, quantity.low),
        (amount.best, quantity.best),
        (amount.high, quantity.high),
    )
    return amount.qualifier is quantity.qualifier and all(
        _equals(one, other) for one, other in pairs
    )


def _equals(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= TOLERANCE * max(1.0, abs(other))


def _check_values(values: Iterable[float], found: Iterable[float]) -> None:
    known = tuple(found)
    for value in values:
        if not any(_equals(value, k) for k in known):
            raise _refuse(
                f"{value:g} cannot be read from the words of the claim",
                "Quote the words that state the number.",
            )


def _bounds(quantity: Quantity) -> tuple[float, ...]:
    every = (quantity.low, quantity.best, quantity.high)
    return tuple(value for value in every if value is not None)


def readings_in(
    span: Span, document: Document, codebook: Codebook
) -> tuple[Quantity, ...]:
    """Return the numbers inside a span, read with the words of its line around them.

    The words around decide a reading (`from 900 to 120`, `over |20,000`), the digits
    may not come from them: of a number that goes on outside, nothing is read.
    """
    text, found = document.text, list[Quantity]()
    for language in codebook.languages.values():
        around = _read_in_line(span, document, language)
        found += [q for q in around if span.holds(q.value_span)]
        alone = find_amounts(text, span.start, span.end, language.numbers)
        found += [
            q
            for q in alone
            if not any(o.value_span.meets(q.value_span) for o in around)
        ]
    return tuple(found)


def _read_in_line(
    span: Span, document: Document, language: Language
) -> tuple[Quantity, ...]:
    return tuple(
        quantity
        for window in _lines_around(span, document)
        for quantity in find_amounts(
            document.text, window.start, window.end, language.numbers
        )
    )


def _lines_around(span: Span, document: Document) -> Iterator[Span]:
    """Yield the line, or the lines, of a block that a span stands in."""
    text = document.text
    for place in _blocks_of(document).meeting(span):
        block = document.blocks[place]
        if block.span.holds(span):
            start = text.rfind("\n", block.span.start, span.start) + 1
            end = text.find("\n", span.end, block.span.end)
            yield Span(max(start, block.span.start), block.span.end if end < 0 else end)


@latest
def _blocks_of(document: Document) -> Stretches:
    """Return where the blocks of a page stand: asked for each claim."""
    return Stretches.of((b.span, place) for place, b in enumerate(document.blocks))


def _all_values(span: Span, document: Document, codebook: Codebook) -> frozenset[float]:
    return frozenset().union(
        *(
            find_numbers(document.text, span.start, span.end, language.numbers)
            for language in codebook.languages.values()
        )
    )


def _cell_values(claim: Claim, document: Document) -> Iterator[float]:
    cells = cells_of(claim.quote, len(document.header))
    numbers = (number_in(cell) for cell in cells or ())
    yield from (number for number in numbers if number is not None)
