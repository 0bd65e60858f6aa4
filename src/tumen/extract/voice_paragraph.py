"""How a voice stands in the paragraph of some words: does it lead there, or not at all."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tumen.extract.compiled import latest
from tumen.extract.frame import Frame
from tumen.extract.voice_asked import Asked
from tumen.extract.voice_page import voices_of

MANY, SEVERAL = 3, 4
"""More voices in a paragraph, and on a page, are not told apart."""


@dataclass(frozen=True, slots=True)
class _Paragraphs:
    """The paragraphs of a page, by number.

    Args:
        first: index of the first sentence of each.
        cited: the voices that each cites.
    """

    first: Mapping[int, int]
    cited: Mapping[int, frozenset[int]]


@latest
def _paragraphs_of(frame: Frame) -> _Paragraphs:
    sentences = frame.analysis.sentences
    first: dict[int, int] = {}
    for index, sentence in enumerate(sentences):
        first.setdefault(sentence.paragraph, index)
    cited: defaultdict[int, set[int]] = defaultdict(set)
    for speech in frame.speeches:
        paragraph = sentences[speech.cue.sentence].paragraph
        cited[paragraph].add(speech.profile.number)
    return _Paragraphs(first, {n: frozenset(voices) for n, voices in cited.items()})


def in_paragraph(
    frame: Frame, asked: Asked, number: int, sort: str, place: str
) -> Iterator[str]:
    """Yield whether the paragraph of some words cites a voice, and opens with it.

    Args:
        number: of the voice's profile; `sort` whether it is a person, group or body.
        place: where the voice stands towards the words.
    """
    page, paragraphs = voices_of(frame), _paragraphs_of(frame)
    paragraph = frame.analysis.sentences[asked.index].paragraph
    first = paragraphs.first[paragraph]
    lead = "no"
    if number in page.cited_between(first - 1, first + 1):
        lead = "cited"
    elif number in page.named_between(first - 1, first + 1):
        lead = "named"
    yield f"leads:{lead}/{place}/{min(MANY, asked.index - first)}"
    yield f"leads:{lead}/{sort}/{asked.opening}"
    here = paragraphs.cited.get(paragraph, frozenset())
    among = f"{min(MANY, len(here))}/{number in here}"
    yield f"paragraph:{among}/{place}"
    yield f"paragraph:{among}/{sort}/new:{asked.is_new}"
    yield f"page:{min(SEVERAL, len(page.times))}/{sort}"


def own_in_paragraph(frame: Frame, asked: Asked) -> Iterator[str]:
    """Yield how many voices the paragraph and the page cite, for the page's own."""
    paragraph = frame.analysis.sentences[asked.index].paragraph
    here = _paragraphs_of(frame).cited.get(paragraph, frozenset())
    count = min(MANY, len(here))
    yield f"own/paragraph:{count}/new:{asked.is_new}"
    yield f"own/paragraph:{count}/opens:{asked.opening}"
    yield f"own/page:{min(SEVERAL, len(voices_of(frame).times))}"
