"""Search everything that leaves for words that may not.

Capitals, accents in two spellings, hyphens, spaces, line ends and mark-up inside a name
do not hide it, nor do the escapes of HTML, JSON and addresses.
"""

import html
import io
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

import numpy as np

from tumen.records.score import Leak, LeakScores
from tumen.records.truth import Forbidden
from tumen.score.strings import find_strings

LEAST_LETTERS = 8
"""Words with fewer letters are looked for as words of their own only."""
NAMES = "file names"

TAG = re.compile(r"<[^>\n]*>")
LONG_TAG = re.compile(r"<[^>]*>")
JSON_SPACE = re.compile(r"\\[nrtbf]")
JSON_LETTER = re.compile(r"\\u([0-9a-fA-F]{4})")
ADDRESS_LETTER = re.compile(r"(?:%[0-9a-fA-F]{2})+")
NOT_LETTERS = re.compile(r"[\W_]+")
FAR_MARKS = re.compile(r"[^\x00-\x7f\w]+")
KEPT = np.array([n > 127 or chr(n).isalnum() for n in range(256)])
BETWEEN = r"[\W_]*"


@dataclass(frozen=True, slots=True)
class _Needle:
    """Forbidden words, ready to be searched.

    Args:
        letters: all their letters and digits.
        pattern: finds them in a text of `_plain`.
    """

    number: int
    why: str
    letters: str
    pattern: re.Pattern[str]


def find_leaks(
    forbidden: Sequence[Forbidden], exits: Mapping[str, bytes]
) -> LeakScores:
    """Return where forbidden words stand in what leaves.

    Args:
        exits: what leaves, by the name of exit and file, e.g. `publish/claims.csv`;
            archives are opened, the names of files are searched as well.
    """
    needles = [n for i, row in enumerate(forbidden, 1) if (n := _needle(i, row))]
    texts = {place: part for name in exits for place, part in _parts(name, exits[name])}
    texts[NAMES] = "\n".join(sorted(texts)).encode()
    searched: dict[bytes, tuple[tuple[_Needle, int, int], ...]] = {}
    leaks = []
    for place, part in texts.items():
        if part not in searched:
            searched[part] = tuple(_search(part, needles))
        leaks += [
            Leak(
                forbidden=needle.number,
                why=needle.why,
                place=f"{place}, line {line}",
                count=count,
            )
            for needle, line, count in searched[part]
        ]
    return LeakScores(
        forbidden=len(forbidden),
        texts=len(texts),
        count=sum(leak.count for leak in leaks),
        leaks=tuple(leaks),
    )


def _needle(number: int, forbidden: Forbidden) -> _Needle | None:
    words = tuple(NOT_LETTERS.sub(" ", _folded(forbidden.text)).split())
    letters = "".join(words)
    if not letters:
        return None
    if len(letters) >= LEAST_LETTERS:
        pattern = BETWEEN.join(map(re.escape, letters))
    else:
        inner = BETWEEN.join(map(re.escape, words))
        pattern = rf"(?<![^\W_]){inner}(?![^\W_])" if letters.isascii() else inner
    return _Needle(number, forbidden.why, letters, re.compile(pattern))


def _parts(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file, and for an archive what is in it."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        yield name, content
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for member in archive.namelist():
            yield from _parts(f"{name}/{member}", archive.read(member))


def _search(
    part: bytes, needles: Sequence[_Needle]
) -> Iterator[tuple[_Needle, int, int]]:
    """Yield forbidden words, the line they stand in, and how often."""
    plain = _plain(part.decode("utf-8", errors="replace"))
    views = [plain]
    if "<" in plain:
        views.append(_untagged(plain))
    squeezed = [_squeezed(view) for view in views]
    wanted = [needle.letters for needle in needles]
    found_in = [find_strings(wanted, letters) for letters in squeezed]
    for needle in needles:
        for view, there in zip(views, found_in, strict=True):
            if needle.letters not in there:
                continue
            lines = Counter(
                view.count("\n", 0, found.start()) + 1
                for found in needle.pattern.finditer(view)
            )
            if lines:
                yield from ((needle, line, count) for line, count in lines.items())
                break


def _squeezed(text: str) -> bytes:
    """Return the letters and digits of a text, run together, in UTF-8."""
    if not text.isascii():
        text = FAR_MARKS.sub("", text)
    body = np.frombuffer(text.encode("utf-8", "replace"), dtype=np.uint8)
    return bytes(body[KEPT[body]])


def _untagged(text: str) -> str:
    """Return a text without its tags; line ends inside a tag stay."""
    bare = TAG.sub("", text)
    return LONG_TAG.sub(lambda tag: "\n" * tag[0].count("\n"), bare)


def _plain(text: str) -> str:
    """Return a text without escapes and capitals, with the same lines."""
    text = JSON_SPACE.sub(" ", text)
    text = JSON_LETTER.sub(lambda found: chr(int(found[1], 16)), text)
    text = ADDRESS_LETTER.sub(lambda found: unquote(found[0]), text)
    return _folded(html.unescape(text))


def _folded(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return text.casefold()
