"""What a piece of a page looks like, before its neighbours are asked."""

import re
from dataclasses import dataclass

from tumen.read.draft import Piece
from tumen.read.lexicon import Lexicon
from tumen.read.number_rows import is_number_row
from tumen.read.outlet_names import OutletNames
from tumen.read.printed_dates import find_dates

TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,80}>")
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# Han and kana stand about two to a word.
IDEOGRAM = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
SENTENCE_END = re.compile(r"(?<![.!?…])[.!?。！？…]+[”’\"'»)\]」』]*(?=\s|$)|[。！？]")
ENDS = re.compile(r"[.!?。！？…:;,][”’\"'»)\]」』]*\s*$|[,.!?]?[”’\"»」』]\s*$")
CLOSED = re.compile(r"[.!?。！？…][”’\"'»)\]」』]*$")
SIGNED = re.compile(r"(?<=[.!?”’\"])\s+(?:--?|[–—])\s*[A-Z][\w. ]{1,30}$")
"""Who signs a paragraph, behind its last sentence."""
CREDITED = re.compile(r"(?<=[.!?”’\"])\s+\((?P<credit>[^()]{1,120})\)$")
BULLET = re.compile(r"^[•·▪◦‣●○■□▶►▸»*–—+-]\s|^[•·▪◦‣●○■□▶►▸]")
NUMBER = re.compile(r"^#?\d{1,3}[.)]?$")
RANKED = re.compile(r"^#?\d{1,2}[.)]?\s?(?=[^\W\d_])")
IMAGE = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|ico|bmp)\b", re.I)
CONTACT = re.compile(r"\S+@\S+\.\w{2,}|https?://\S+|www\.\S+")
CLOCK = re.compile(
    r"\d{1,2}:\d\d(?::\d\d)?|\b(?i:[ap]\.?m\b\.?)|\b[A-Z]{2,4}\b|\b(?:on|at)\b"
)
STAMP = re.compile(r"[\[(][A-Z][^\[\]()]{1,40}[\])]")
MAX_FURNITURE_WORDS = 40
MIN_PROSE_WORDS = 8
MAX_LOOK_CHARS = 5_000
"""Longer pieces are judged by their beginning: patterns must not run for ever."""
MAX_TAIL_CHARS = 20
MAX_LINE_CHARS = 400
MIN_TWIN_CHARS = 30
LONG_WORDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Features of one piece; counts are of the piece without tags.

    Args:
        core: its text without tags and with single spaces, for comparing.
        words: words, an ideogram counting half.
        sentences: sentence ends inside it.
        ends: True when it ends like a sentence, a quote or a list opening.
        closed: True when it ends as a sentence does, be it signed or not.
        listed: bullet, rank number or list entry.
        furnished: True when its own words make it furniture.
        twin: True when it is one text printed twice without a space between.
        stamped: True when it is short and dates an entry of a list or a comment.
        row: True for a row of a table.
        figured: True when it is a label and its number, without a sentence.
        dated: True when it is nothing but a date, a clock or both with their label.
    """

    core: str
    words: int
    sentences: int
    ends: bool
    closed: bool
    listed: bool
    furnished: bool
    tool: bool
    related: bool
    comment_head: bool
    comment_voice: bool
    imprint: bool
    captioned: bool
    dated: bool
    stamped: bool
    twin: bool
    latin_share: float
    row: bool
    figured: bool

    @property
    def prose(self) -> bool:
        """True when it reads like a paragraph of running text."""
        if self.furnished or self.twin or self.dated:
            return False
        spoken = self.sentences > 0 and (self.ends or self.words >= LONG_WORDS)
        return self.words >= MIN_PROSE_WORDS and spoken and not self.imprint

    @property
    def titled(self) -> bool:
        """True when it could be a headline or a heading between paragraphs."""
        plain = not (
            self.furnished or self.tool or self.listed or self.twin or self.dated
        )
        closed = self.core.endswith((".", ",", ":", ";"))
        return plain and 2 <= self.words <= LONG_WORDS and not closed


def look_at(text: str, piece: Piece, lexicon: Lexicon, names: OutletNames) -> Look:
    """Return the features of a piece."""
    raw = piece.span.quote(text)
    whole = " ".join(TAGS.sub("", raw).split()) if "<" in raw else " ".join(raw.split())
    words = count_words(whole)
    core = whole[:MAX_LOOK_CHARS]
    said = _without_signature(whole, lexicon)
    short = words <= MAX_FURNITURE_WORDS and len(whole) <= MAX_LINE_CHARS
    bullet = BULLET.match(core)
    entry = core[bullet.end() :].strip() if bullet else core
    tool = short and bool(lexicon.share_line.fullmatch(entry))
    imprint = short and _is_imprint(core, lexicon)
    related = short and bool(lexicon.related_line.fullmatch(entry))
    dated = short and is_date_line(core, lexicon)
    furnished = short and _is_furnished(entry, words, lexicon)
    voice = short and words <= 16 and bool(lexicon.comment_voice.fullmatch(core))
    comment_head = short and bool(lexicon.comment_line.fullmatch(core))
    return Look(
        core=core,
        words=words,
        sentences=len(SENTENCE_END.findall(core)),
        ends=bool(ENDS.search(said[-MAX_TAIL_CHARS:])),
        closed=bool(CLOSED.search(said[-MAX_TAIL_CHARS:])),
        listed=bool(bullet or NUMBER.match(core) or piece.listed),
        furnished=related
        or tool
        or imprint
        or furnished
        or (short and _is_trail(entry))
        or words == 0
        or piece.link_share > 0.7,
        tool=tool,
        related=related,
        comment_head=comment_head,
        comment_voice=voice,
        imprint=imprint,
        captioned=_is_captioned(core, words, lexicon, names),
        dated=dated,
        stamped=dated
        or voice
        or (short and words <= 12 and bool(lexicon.ago_in.search(core))),
        twin=_is_twin(core),
        latin_share=latin_share(core),
        row="\t" in raw,
        figured=not (furnished or related or tool or imprint or dated)
        and is_number_row(BULLET.sub("", raw).strip(), lexicon),
    )


def _without_signature(whole: str, lexicon: Lexicon) -> str:
    """Return a paragraph without the name or the credit behind its last sentence."""
    credited = CREDITED.search(whole)
    if credited and lexicon.credit.match(credited["credit"]):
        return whole[: credited.start()]
    return SIGNED.sub("", whole)


def count_words(core: str) -> int:
    """Return the words of a text; two ideograms count as one word."""
    if core.isascii():
        return len(WORD.findall(core))
    ideograms = len(IDEOGRAM.findall(core))
    return len(WORD.findall(IDEOGRAM.sub(" ", core))) + (ideograms + 1) // 2


def latin_share(core: str) -> float:
    """Return the share of Latin among its letters, 0 to 1; 1 without any letter."""
    if core.isascii():
        return 1.0
    letters = [char for char in core if char.isalpha()]
    latin = sum(char < "\u0250" for char in letters)
    return latin / len(letters) if letters else 1.0


def is_date_line(core: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is nothing but dates, clocks and their labels."""
    found = find_dates(core, lexicon)
    if not found:
        return False
    rest = core
    for date in reversed(found):
        rest = rest[: date.start] + rest[date.end :]
    rest = re.sub(
        rf"\b(?:{lexicon.posted}|{lexicon.updated}|{lexicon.captured})\b",
        "",
        rest,
        flags=re.I,
    )
    rest = re.sub(rf"\b(?:{lexicon.weekdays})(?!\w)", "", rest, flags=re.I)
    rest = CLOCK.sub("", rest)
    return len(WORD.findall(rest)) == 0


def _is_furnished(entry: str, words: int, lexicon: Lexicon) -> bool:
    if words <= 12 and IMAGE.search(entry):
        return True
    if lexicon.menu_line.fullmatch(entry) or lexicon.promo_start.match(entry):
        return True
    if words <= 12 and (lexicon.ago_in.search(entry) or CONTACT.search(entry)):
        return True
    return bool(lexicon.phrase_in.search(entry))


def _is_trail(entry: str) -> bool:
    """Tell whether a line is a path of sections, e.g. `Home > World > Asia`."""
    parts = re.split(r"\s*[>»›/|·]\s*", entry)
    return len(parts) >= 3 and all(0 < count_words(part) <= 3 for part in parts if part)


def _is_imprint(core: str, lexicon: Lexicon) -> bool:
    marked = lexicon.copyright_in.search(core)
    if marked and "(b)" in core[: marked.start()].lower():
        # Here `(c)` is the third entry of a list in running text.
        marked = None
    return bool(marked or lexicon.footer_start.match(core))


def _is_captioned(core: str, words: int, lexicon: Lexicon, names: OutletNames) -> bool:
    if not 4 <= words <= 120:
        return False
    if lexicon.caption_in.search(core) and words <= 60:
        return True
    tail = SENTENCE_END.split(core)[-1].strip()[:MAX_LINE_CHARS]
    if not tail or tail == core or count_words(tail) > 8:
        return False
    agency = any(hit.start == 0 for hit in names.find_in(tail))
    if lexicon.credit.match(tail.lstrip("([")):
        return False
    return agency or bool(STAMP.fullmatch(tail) or lexicon.photo_in.search(tail))


def _is_twin(core: str) -> bool:
    """Tell whether one text stands there twice, as in `1A storyA story`."""
    body = RANKED.sub("", core)
    half = len(body) // 2
    if len(body) < MIN_TWIN_CHARS:
        return False
    return body[:half].strip() == body[len(body) - half :].strip()
