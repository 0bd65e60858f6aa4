"""Tell whose page it is, whose reporting, and whether it is a copy."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tumen.read.bylines import credited_outlet
from tumen.read.draft import Witness
from tumen.read.lexicon import Lexicon
from tumen.read.looks import CONTACT, MAX_LINE_CHARS, WORD, count_words
from tumen.read.outlet_names import OutletHit, OutletNames
from tumen.records.document import Block, Reprint, Role

MASTHEAD_WORDS = 12
TOLD_WINDOW = 40
WIRE_OPENING_CHARS = 120
WIRE_SIGN = re.compile(r"^[^()]{0,80}\((?P<agency>[^()]{2,40})\)\s*(?:[-–—:]|$)?")
TITLE_PART = re.compile(r"\s+(?:[|–—:·»«]|-)\s+")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Outlets of a page; all None when the page names none."""

    host: str | None = None
    original: str | None = None
    reprint: Reprint | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What provenance is read from."""

    text: str
    blocks: Sequence[Block]
    title: str | None
    witnesses: Sequence[Witness]
    language: str | None
    furniture_language: str | None


def find_provenance(page: Page, lexicon: Lexicon, names: OutletNames) -> Provenance:
    """Return host and origin of a page and, for a copy, what shows it.

    The host is read from metadata, masthead, imprint and addresses. The origin is
    the outlet credited; else the agency that opens the report; else the outlet whose
    own voice the text has (`told X`, `X photo`, `for X`).
    """
    host = _find_host(page, names)
    credited = _find_credited(page, lexicon, names)
    if credited:
        return _copied(host, credited, "credit on the page", names)
    wire = _find_wire(page, names)
    if wire:
        return _copied(host, wire, "the report opens with the agency's name", names)
    own = _find_own_voice(page, lexicon, names)
    if own is None or host is not None:
        return Provenance(host, host)
    why = _stranger(page, own, lexicon, names)
    if why:
        return Provenance(None, own, Reprint(own, f"the text speaks as {own}; {why}"))
    return Provenance(own, own)


def trim_title(title: str, names: OutletNames) -> str:
    """Return a title without the name of the outlet at its end or start."""
    parts = TITLE_PART.split(title)
    kept = [part for part in parts if not _is_outlet(part, names)]
    if len(kept) == len(parts) or not kept:
        return title
    cut = title
    for part in parts:
        if _is_outlet(part, names):
            cut = re.sub(
                rf"\s+(?:[|–—:·»«]|-)\s+{re.escape(part)}$|^{re.escape(part)}\s+(?:[|–—:·»«]|-)\s+",
                "",
                cut,
            )
    return cut


def _is_outlet(part: str, names: OutletNames) -> bool:
    hits = names.find_in(part)
    return bool(hits) and hits[0].start == 0 and hits[0].end == len(part.strip())


def _copied(host: str | None, origin: str, why: str, names: OutletNames) -> Provenance:
    if host and names.share_newsroom(host, origin):
        return Provenance(host, host)
    return Provenance(host, origin, Reprint(origin, why))


def _find_host(page: Page, names: OutletNames) -> str | None:
    scores: Counter[str] = Counter()
    for witness in page.witnesses:
        if witness.key == "site":
            scores[names.canonical_of(witness.value)] += 5
        if witness.key == "address":
            scores.update({hit.name: 3 for hit in names.find_in(witness.value)})
    for block in page.blocks:
        _score_block(block, page.text, names, scores)
    scores.update(_title_suffixes(page, names))
    if page.title and len(parts := TITLE_PART.split(page.title)) > 1:
        scores.update({hit.name: 3 for hit in names.find_in(parts[-1])})
    if not scores:
        return None
    best = max(scores, key=lambda name: (scores[name], name))
    if scores[best] < 2:
        return None
    return _in_language(best, scores, page.language, names)


def _title_suffixes(page: Page, names: OutletNames) -> dict[str, int]:
    """Return ends of metadata titles that also stand alone on the page."""
    metadata = min((w.span.start for w in page.witnesses), default=0)
    shown = page.text[:metadata]
    found = {}
    for witness in page.witnesses:
        suffix = TITLE_PART.split(witness.value)[-1].strip()
        titled = witness.key == "title" and suffix != witness.value
        if titled and 0 < count_words(suffix) <= 5 and suffix in shown:
            found[names.canonical_of(suffix)] = 3
    return found


def _score_block(
    block: Block, text: str, names: OutletNames, scores: Counter[str]
) -> None:
    if block.role not in (Role.FURNITURE, Role.BYLINE):
        return
    line = block.span.quote(text)
    if len(line) > MAX_LINE_CHARS:
        return
    addresses = [
        hit.name for part in CONTACT.findall(line) for hit in _domains(part, names)
    ]
    scores.update({name: 2 for name in addresses})
    if block.role is Role.FURNITURE and count_words(line) <= MASTHEAD_WORDS:
        for hit in names.find_in(line):
            whole = hit.end - hit.start >= len(line.strip()) - 2
            scores[hit.name] += 2 if whole or "©" in line else 1


def _domains(part: str, names: OutletNames) -> tuple[OutletHit, ...]:
    return names.find_in(part.split("@")[-1])


def _in_language(
    best: str, scores: Counter[str], language: str | None, names: OutletNames
) -> str:
    """Return the newsroom's outlet that writes in the language of the page."""
    rooms = [name for name in scores if names.share_newsroom(name, best)]
    fitting = [name for name in rooms if names.language_of(name) == language]
    if names.language_of(best) == language or not fitting:
        return best
    return max(fitting, key=lambda name: (scores[name], name))


def _find_credited(page: Page, lexicon: Lexicon, names: OutletNames) -> str | None:
    for block in page.blocks:
        if block.role is Role.CREDIT:
            outlet = credited_outlet(block.span.quote(page.text), lexicon, names)
            if outlet:
                return names.canonical_of(outlet)
    return None


def _find_wire(page: Page, names: OutletNames) -> str | None:
    """Return the agency in the opening of the report: `SEOUL, May 2 (Agency) -`."""
    bodies = [block for block in page.blocks if block.role is Role.BODY][:1]
    openings = [block.span.quote(page.text)[:WIRE_OPENING_CHARS] for block in bodies]
    for opening in openings:
        sign = WIRE_SIGN.match(opening)
        hits = names.find_in(sign["agency"]) if sign else ()
        if hits and names.is_wire(hits[0].name):
            return hits[0].name
    bylines = [b.span.quote(page.text) for b in page.blocks if b.role is Role.BYLINE]
    hits = tuple(
        hit for line in bylines for hit in names.find_in(CONTACT.sub("", line))
    )
    return next((hit.name for hit in hits if names.is_wire(hit.name)), None)


def _find_own_voice(page: Page, lexicon: Lexicon, names: OutletNames) -> str | None:
    """Return the outlet the text speaks as: `told X`, `X photo`, `for X`."""
    told = re.compile(rf"(?<!\w)(?:{lexicon.told})\s+(?:the\s+)?$", re.I)
    photo = re.compile(rf"\s+(?:{lexicon.photo_of})(?!\w)", re.I)
    counts: Counter[str] = Counter()
    for block in page.blocks:
        if block.role not in (Role.BODY, Role.CAPTION, Role.CREDIT):
            continue
        words = block.span.quote(page.text)
        for hit in names.find_in(words):
            said = told.search(
                words[max(0, hit.start - TOLD_WINDOW) : hit.start]
            ) or photo.match(words, hit.end)
            counts[hit.name] += bool(said or block.role is Role.CREDIT)
    best = max(counts, key=lambda name: (counts[name], name), default=None)
    return best if best and counts[best] else None


def _stranger(page: Page, own: str, lexicon: Lexicon, names: OutletNames) -> str | None:
    """Say what shows that the page belongs to somebody else than `own`; None if nothing."""
    for block in page.blocks:
        line = block.span.quote(page.text)
        if block.role is Role.FURNITURE and lexicon.copyright_in.search(line):
            rest = lexicon.copyright_in.sub("", line)
            holders = [hit.name for hit in names.find_in(line)]
            if WORD.search(re.sub(r"\d+", "", rest)) and not holders:
                return "the copyright line names another holder"
    if page.furniture_language and page.furniture_language != page.language:
        return "the furniture of the page is in another language"
    if any(block.role is Role.COMMENT for block in page.blocks):
        return "the page is a post with comments that names no outlet"
    return None
