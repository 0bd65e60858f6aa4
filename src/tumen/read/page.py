"""Turn the bytes of one capture into a document."""

from dataclasses import replace

from tumen.codebook.schema import Codebook
from tumen.errors import MaterialError
from tumen.read.blocks import sort_pieces
from tumen.read.draft import Reader
from tumen.read.languages import detect_language, language_of
from tumen.read.lexicon import make_lexicon
from tumen.read.outlet_names import find_names
from tumen.read.plain import read_plain
from tumen.records.capture import Capture
from tumen.records.document import Document, Role
from tumen.records.issue import Issue

READERS: tuple[tuple[str, Reader], ...] = (("text/plain", read_plain),)
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
    found = sort_pieces(draft, lexicon, names)
    blocks = tuple(
        replace(block, language=detect_language(block.span.quote(draft.text)))
        for block in found.blocks
    )
    title = " ".join(found.title.quote(draft.text).split()) if found.title else None
    document = Document(
        capture=capture.id,
        name=capture.name,
        text=draft.text,
        blocks=blocks,
        form=draft.form,
        header=draft.header,
        title=title,
        language=language_of(draft.text, blocks, Role.BODY),
        furniture_language=language_of(draft.text, blocks, Role.FURNITURE),
    )
    return document, draft.issues


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
