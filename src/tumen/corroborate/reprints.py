"""Find pages that copy one another: word for word, nearly, or in long stretches.

MinHash finds pages that are alike as wholes; hashes of whole sentences find a page
that takes over a part of another, which MinHash misses (reference figures: recall
0.9998 for near copies; on excerpts of 30 % MinHash finds none, sentences 0.96).
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rensa import RMinHash

from tumen.records.document import Document, Form, Role
from tumen.records.ids import CaptureId

SEED = 20_171_222
PERMUTATIONS = 128
BANDS = 32
SHINGLE_WORDS = 5
NEAR_SHARE = 0.5
"""Smallest estimated Jaccard similarity of word shingles of a near copy."""
EXCERPT_SHARE = 0.4
"""Smallest share of the shorter page's sentences that stand in the longer one."""
EXCERPT_SENTENCES = 3
SENTENCE_WORDS = 7
COMMON_PAGES = 50
"""A sentence on more pages than this is a stock phrase and shows nothing."""

OWN_ROLES = (Role.HEADLINE, Role.BODY)
WORD = re.compile(r"[぀-鿿]|[^\W぀-鿿]+")
SENTENCE_END = re.compile(r"[.!?。！？]+[\"'”’)]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Copies:
    """Which pages copy one another.

    Args:
        roots: the page that heads its family of copies, by page; a page without
            copies heads itself. The head is the oldest page, by printed date.
        kinds: how a page is tied to its family: `copy`, `near copy`, `excerpt`.
    """

    roots: Mapping[CaptureId, CaptureId]
    kinds: Mapping[CaptureId, str]

    def are_copies(self, a: CaptureId, b: CaptureId) -> bool:
        """Tell whether two different pages belong to one family."""
        return a != b and self.roots.get(a, a) == self.roots.get(b, b)


def find_copies(documents: Iterable[Document]) -> Copies:
    """Compare all articles with one another and sort them into families."""
    pages = sorted(
        (page for page in documents if page.form is Form.ARTICLE),
        key=lambda page: page.capture,
    )
    traits = {page.capture: _traits(page) for page in pages}
    links = [
        *_exact(traits),
        *_near(traits),
        *_excerpts(traits),
    ]
    return _families(pages, links)


def own_text(document: Document) -> str:
    """Return headline and running text, without furniture, captions and comments."""
    return "\n".join(
        block.span.quote(document.text) for block in document.blocks_of(*OWN_ROLES)
    )


@dataclass(frozen=True, slots=True)
class _Traits:
    whole: str
    digest: tuple[int, ...]
    sentences: frozenset[str]


Link = tuple[CaptureId, CaptureId, str]


def _traits(document: Document) -> _Traits:
    text = own_text(document)
    words = WORD.findall(text.casefold())
    shingles = {
        " ".join(words[place : place + SHINGLE_WORDS])
        for place in range(len(words) - SHINGLE_WORDS + 1)
    }
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(shingles))
    return _Traits(
        whole=_hash(words) if words else "",
        digest=tuple(sketch.digest()) if shingles else (),
        sentences=frozenset(_sentences(text)),
    )


def _sentences(text: str) -> Iterable[str]:
    for sentence in SENTENCE_END.split(text):
        words = WORD.findall(sentence.casefold())
        if len(words) >= SENTENCE_WORDS:
            yield _hash(words)


def _hash(words: Sequence[str]) -> str:
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:24]


def _exact(traits: Mapping[CaptureId, _Traits]) -> Iterable[Link]:
    same: defaultdict[str, list[CaptureId]] = defaultdict(list)
    for page, trait in traits.items():
        if trait.whole:
            same[trait.whole].append(page)
    for pages in same.values():
        yield from ((a, b, "copy") for a, b in pairwise(pages))


def _near(traits: Mapping[CaptureId, _Traits]) -> Iterable[Link]:
    """Compare pages that share a band of their MinHash (locality-sensitive)."""
    width = PERMUTATIONS // BANDS
    buckets: defaultdict[tuple[int, tuple[int, ...]], list[CaptureId]] = defaultdict(
        list
    )
    for page, trait in traits.items():
        for start in range(0, len(trait.digest), width):
            buckets[start, trait.digest[start : start + width]].append(page)
    for a, b in sorted(_pairs(buckets.values())):
        first, second = traits[a].digest, traits[b].digest
        shared = sum(x == y for x, y in zip(first, second, strict=True))
        if shared >= NEAR_SHARE * PERMUTATIONS:
            yield a, b, "near copy"


def _excerpts(traits: Mapping[CaptureId, _Traits]) -> Iterable[Link]:
    pages_of: defaultdict[str, list[CaptureId]] = defaultdict(list)
    for page, trait in traits.items():
        for sentence in trait.sentences:
            pages_of[sentence].append(page)
    rare = [pages for pages in pages_of.values() if len(pages) <= COMMON_PAGES]
    for a, b in sorted(_pairs(rare)):
        first, second = traits[a].sentences, traits[b].sentences
        shared = len(first & second)
        shorter = min(len(first), len(second))
        if shared >= EXCERPT_SENTENCES and shared >= EXCERPT_SHARE * shorter:
            yield a, b, "excerpt"


def _pairs(
    buckets: Iterable[Sequence[CaptureId]],
) -> set[tuple[CaptureId, CaptureId]]:
    """Return pairs worth comparing: each page with the first of its bucket and next.

    Comparing neighbours is enough for families, and keeps 1,000 copies linear.
    """
    found: set[tuple[CaptureId, CaptureId]] = set()
    for bucket in buckets:
        found.update(pairwise(bucket))
        found.update((bucket[0], other) for other in bucket[1:])
    return found


def _families(pages: Sequence[Document], links: Sequence[Link]) -> Copies:
    order = {page.capture: _age(page) for page in pages}
    roots = {page.capture: page.capture for page in pages}
    kinds: dict[CaptureId, str] = {}

    def root(page: CaptureId) -> CaptureId:
        while roots[page] != page:
            page = roots[page]
        return page

    for a, b, kind in links:
        kinds.setdefault(a, kind)
        kinds.setdefault(b, kind)
        older, younger = sorted((root(a), root(b)), key=lambda page: order[page])
        roots[younger] = older
    return Copies({page: root(page) for page in roots}, kinds)


def _age(page: Document) -> tuple[bool, str, bool, str]:
    """Order pages by what they say of their age; a declared reprint is younger."""
    day = page.published.period.last if page.published else None
    return (
        page.reprint_of is not None,
        day.isoformat() if day else "9999",
        day is None,
        page.name,
    )
