"""Turn the bytes of one capture into a document."""

from collections.abc import Sequence
from dataclasses import replace

from tumen.codebook.schema import Codebook
from tumen.errors import MaterialError
from tumen.read.blocks import Sorted, sort_pieces
from tumen.read.bounds import bound_publication
from tumen.read.captions import find_caption_conflicts, find_caption_dates
from tumen.read.draft import Draft, Reader, Witness
from tumen.read.languages import detect_language, language_of
from tumen.read.lexicon import make_lexicon
from tumen.read.markup import read_markup
from tumen.read.office import read_word, read_workbook
from tumen.read.outlet_names import find_names
from tumen.read.people import read_people
from tumen.read.plain import read_plain
from tumen.read.provenance import Page, find_provenance, trim_title
from tumen.read.publication import read_page_dates
from tumen.read.tables import read_table
from tumen.records.capture import Capture
from tumen.records.document import Author, Block, Document, Form, Role
from tumen.records.issue import Issue

OFFICE = "application/vnd.openxmlformats-officedocument"
READERS: tuple[tuple[str, Reader], ...] = (
    ("text/plain", read_plain),
    ("text/html", read_markup),
    ("application/xhtml+xml", read_markup),
    ("text/csv", read_table),
    ("text/tab-separated-values", read_table),
    (f"{OFFICE}.wordprocessingml.document", read_word),
    (f"{OFFICE}.spreadsheetml.sheet", read_workbook),
)
"""Media types and who reads them; the first that fits is used."""


def read_document(
    capture: Capture, data: bytes, codebook: Codebook
) -> tuple[Document, tuple[Issue, ...]]:
    """Return the document of a capture and what could not be understood in it.

    Raises:
        MaterialError: no reader for the media type, or nothing readable inside.
    """
    reader = find_reader(capture)
    draft = reader(capture, data, codebook)
    lexicon, names = make_lexicon(codebook), find_names(codebook.outlets)
    if draft.form is Form.TABLE:
        return make_table(capture, draft), draft.issues
    found = sort_pieces(draft, lexicon, names)
    blocks = tuple(
        Block(block.span, block.role, detect_language(block.span.quote(draft.text)))
        for block in found.blocks
    )
    return describe(
        capture, draft, replace(found, blocks=blocks), codebook
    ), draft.issues


def describe(
    capture: Capture, draft: Draft, found: Sorted, codebook: Codebook
) -> Document:
    """Return the document of sorted blocks: title, outlets, people, dates, language."""
    text, blocks, witnesses = draft.text, found.blocks, draft.witnesses
    lexicon, names = make_lexicon(codebook), find_names(codebook.outlets)
    printed = " ".join(found.title.quote(text).split()) if found.title else None
    language = language_of(text, blocks, Role.BODY)
    furniture_language = language_of(text, blocks, Role.FURNITURE)
    page = Page(text, blocks, printed, witnesses, language, furniture_language)
    provenance = find_provenance(page, lexicon, names)
    dates = read_page_dates(text, blocks, found.title, witnesses, lexicon)
    published = dates.published or bound_publication(
        text, blocks, codebook.calendar, lexicon
    )
    people = read_people(text, blocks, lexicon, names)
    return Document(
        capture=capture.id,
        name=capture.name,
        text=text,
        blocks=blocks,
        form=draft.form,
        header=draft.header,
        title=trim_title(printed, names) if printed else None,
        original_outlet=provenance.original,
        host=provenance.host,
        published=published,
        updated=dates.updated,
        captured=dates.captured,
        language=language,
        furniture_language=furniture_language,
        authors=people.authors or _told_authors(witnesses),
        byline_quote=people.byline_quote,
        reprint_of=provenance.reprint,
        translated_from=people.translated_from,
        caption_dates=find_caption_dates(text, blocks, lexicon),
        caption_conflicts=find_caption_conflicts(
            text, blocks, codebook.calendar, lexicon
        ),
        address=next((w.value for w in witnesses if w.key == "address"), None),
    )


def _told_authors(witnesses: Sequence[Witness]) -> tuple[Author, ...]:
    """Return the authors that only the metadata names, without addresses."""
    names = (w.value for w in witnesses if w.key == "author" and "/" not in w.value)
    return tuple(Author(name, "reporter") for name in names)


def make_table(capture: Capture, draft: Draft) -> Document:
    """Return the document of a table; its pieces know their roles."""
    return Document(
        capture=capture.id,
        name=capture.name,
        text=draft.text,
        blocks=tuple(
            Block(piece.span, piece.hint or Role.FURNITURE) for piece in draft.pieces
        ),
        form=Form.TABLE,
        header=draft.header,
    )


def find_reader(capture: Capture) -> Reader:
    """Return the reader for the media type of a capture."""
    media_type = capture.media_type.partition(";")[0].strip().lower()
    for known, reader in READERS:
        if media_type == known:
            return reader
    raise MaterialError(
        f"{capture.name}: no reader for {capture.media_type}",
        "Add it as text, HTML, DOCX, XLSX or CSV.",
    )
