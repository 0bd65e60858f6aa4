"""Turn pages into rows that may leave; never with their text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tumen.protect.clear import clear, clear_if
from tumen.protect.names import ListedNames, plain_text
from tumen.protect.persons import has_any
from tumen.protect.risk import Guard
from tumen.records.claim import Claim, SpeakerKind
from tumen.records.document import Dated, Document, Evidence, Role
from tumen.records.release import (
    Cleared,
    ReleasedDate,
    ReleasedDocument,
    ReleasedEvidence,
    ReleasedMask,
)

MOST_PARTS = 5
"""Parts of a person's name that a file name may write apart."""

COLUMN = "column {}"
"""What a column of a table is called whose name may hold somebody's."""

WORDS = re.compile(r"[^\W_]+")


def full_document(
    document: Document, claims: Iterable[Claim], guard: Guard
) -> ReleasedDocument:
    """Return a page complete, with the names to mask."""
    here = tuple(claims)
    return ReleasedDocument(
        doc=clear(document.name),
        capture=clear(document.capture),
        title=clear_if(document.title, allowed=True),
        original_outlet=clear_if(document.original_outlet, allowed=True),
        host=clear_if(document.host, allowed=True),
        published=_date(document.published),
        updated=_date(document.updated),
        captured=_date(document.captured),
        language=document.language,
        authors=tuple(
            {"name": clear(author.name), "role": clear(author.role)}
            for author in document.authors
        ),
        byline_quote=clear_if(document.byline_quote, allowed=True),
        reprint_of=_reprint(document),
        translated_from=document.translated_from,
        regions=tuple(
            {"start": b.span.start, "end": b.span.end, "role": b.role.value}
            for b in document.blocks
        ),
        caption_dates=tuple(_evidence(found) for found in document.caption_dates),
        caption_conflicts=tuple(_evidence(f) for f in document.caption_conflicts),
        mask=tuple(
            ReleasedMask(quote=clear(mask.quote), why=mask.why)
            for mask in guard.masks.get(document.capture, ())
        ),
        sources_independent=_independence(here),
        is_relevant=bool(here) or _has_term(document, guard),
        address=clear_if(document.address, allowed=True),
        header=tuple(clear(column) for column in document.header),
    )


def public_document(
    document: Document, claims: Iterable[Claim], guard: Guard, name: Cleared
) -> ReleasedDocument:
    """Return a page about nobody at risk, its unlisted names taken out.

    Where a claim speaks of people at risk, address and hash of the page stay back.
    """
    here, names = tuple(claims), guard.names
    full = full_document(document, here, guard)
    joins = any(guard.is_at_risk(claim) for claim in here)
    reprint = full.reprint_of
    return replace(
        full,
        doc=name,
        capture=clear_if(full.capture, allowed=not joins),
        title=clear_if(full.title, allowed=guard.shows_title(full.title)),
        original_outlet=clear_if(
            full.original_outlet, allowed=names.allows(full.original_outlet)
        ),
        host=clear_if(
            full.host,
            allowed=names.allows(full.host)
            and not holds_person(full.host or "", guard.people),
        ),
        published=_safe_date(full.published, names),
        updated=_safe_date(full.updated, names),
        captured=_safe_date(full.captured, names),
        authors=_public_authors(full, guard),
        byline_quote=clear_if(full.byline_quote, allowed=_shows_byline(full, guard)),
        reprint_of=reprint
        if reprint and _all_allowed(reprint.values(), names)
        else None,
        caption_dates=_safe(full.caption_dates, names),
        caption_conflicts=_safe(full.caption_conflicts, names),
        mask=(),
        address=clear_if(
            full.address,
            allowed=not joins
            and _safe_address(full, names)
            and not holds_person(full.address or "", guard.people),
        ),
        header=tuple(
            clear(column if names.allows(column) else COLUMN.format(number))
            for number, column in enumerate(full.header, start=1)
        ),
    )


def labelled_document(
    document: Document, claims: Iterable[Claim], guard: Guard, name: Cleared
) -> ReleasedDocument:
    """Return a page about a person at risk: that it exists, its language, no more."""
    return ReleasedDocument(
        doc=name,
        capture=None,
        title=None,
        original_outlet=None,
        host=None,
        published=None,
        updated=None,
        captured=None,
        language=document.language,
        authors=(),
        byline_quote=None,
        reprint_of=None,
        translated_from=None,
        regions=(),
        caption_dates=(),
        caption_conflicts=(),
        mask=(),
        sources_independent=None,
        is_relevant=bool(tuple(claims)) or _has_term(document, guard),
    )


def names_somebody(
    document: Document, names: ListedNames, people: frozenset[str] = frozenset()
) -> bool:
    """Tell whether the file name holds an unlisted name, or one from a page.

    Args:
        people: names on the pages of the case, as `Guard.people`.
    """
    if not names.allows(document.name) or holds_person(document.name, people):
        return True
    in_title = {
        w.casefold()
        for n in names.unlisted(document.title or "")
        for w in WORDS.findall(n)
    }
    return not in_title.isdisjoint(w.casefold() for w in WORDS.findall(document.name))


def holds_person(name: str, people: frozenset[str]) -> bool:
    """Tell whether words of a file name or address, read together, are a person."""
    words = plain_text(name).split()
    return any(
        "".join(words[first : first + count]) in people
        for first in range(len(words))
        for count in range(1, MOST_PARTS + 1)
    )


def _public_authors(
    row: ReleasedDocument, guard: Guard
) -> tuple[Mapping[str, Cleared], ...]:
    """Return the authors of a page, who sign by choice.

    None when their line tells of flight, arrest, an age or another name.
    """
    words = guard.policy.words
    risky = (*words.fled, *words.arrested, *words.pseudonym_after, *words.aged)
    if has_any(row.byline_quote or "", risky):
        return ()
    return tuple(a for a in row.authors if not guard.names.forbids(a["name"]))


def _shows_byline(row: ReleasedDocument, guard: Guard) -> bool:
    """Tell whether a byline holds nothing but its authors and what is listed."""
    rest, shown = row.byline_quote or "", _public_authors(row, guard)
    for author in shown:
        rest = re.sub(re.escape(author["name"]), " ", rest, flags=re.IGNORECASE)
    return len(shown) == len(row.authors) and (
        not rest.strip() or guard.names.allows(rest)
    )


def _date(dated: Dated | None) -> ReleasedDate | None:
    if dated is None:
        return None
    return ReleasedDate(
        first=dated.period.first,
        last=dated.period.last,
        certainty=dated.certainty.value,
        evidence=tuple(_evidence(found) for found in dated.evidence),
    )


def _evidence(found: Evidence) -> ReleasedEvidence:
    return ReleasedEvidence(
        start=found.span.start,
        end=found.span.end,
        quote=clear(found.quote),
        says=clear(found.says),
    )


def _reprint(document: Document) -> dict[str, Cleared] | None:
    found = document.reprint_of
    return {"outlet": clear(found.outlet), "why": clear(found.why)} if found else None


def _safe_date(dated: ReleasedDate | None, names: ListedNames) -> ReleasedDate | None:
    return replace(dated, evidence=_safe(dated.evidence, names)) if dated else None


def _safe(
    evidence: tuple[ReleasedEvidence, ...], names: ListedNames
) -> tuple[ReleasedEvidence, ...]:
    return tuple(e for e in evidence if _all_allowed((e.quote, e.says), names))


def _all_allowed(texts: Iterable[str], names: ListedNames) -> bool:
    return all(names.allows(text) for text in texts)


def _safe_address(row: ReleasedDocument, names: ListedNames) -> bool:
    """Tell whether an address holds none of the title's unlisted names."""
    address = row.address or ""
    in_title = {
        w.casefold() for n in names.unlisted(row.title or "") for w in WORDS.findall(n)
    }
    in_address = {w.casefold() for w in WORDS.findall(address)}
    return not names.forbids(address) and in_title.isdisjoint(in_address)


def _independence(claims: tuple[Claim, ...]) -> str | None:
    """Return `unknown` when two unnamed voices of a page fit one description."""
    unnamed = sorted(
        {c.speaker.name for c in claims if c.speaker.kind is SpeakerKind.ANONYMOUS}
    )
    alike = any(a != b and (a in b) for a in unnamed for b in unnamed)
    return "unknown" if alike else None


def _has_term(document: Document, guard: Guard) -> bool:
    told = document.blocks_of(Role.HEADLINE, Role.BODY)
    text = "\n".join(block.span.quote(document.text) for block in told).casefold()
    terms = (term for terms in guard.codebook.terms.values() for term in terms)
    return any(term.casefold() in text for term in terms)
