"""Words of attribution that are phrases: `according to X`, `in his view`, `X's claim`."""

from collections.abc import Iterator, Sequence

from tumen.extract import noun_phrases
from tumen.extract.analysis import Token
from tumen.extract.phrases import find_phrases
from tumen.extract.quotes import OPENING
from tumen.extract.reporting import is_voice
from tumen.extract.sightings import Line, Sighting
from tumen.extract.word_sets import cited_words, written_words
from tumen.records.claim import Hedge
from tumen.records.span import Span

BY_REACH = 7
"""`by the contractor's own list` is at most so long."""


def find_cue_phrases(line: Line) -> Iterator[Sighting]:
    """Yield the phrases of a sentence that name a voice, in no order."""
    yield from _according(line)
    yield from _by_list(line)
    yield from _views(line)
    yield from _quoted_as(line)
    yield from _claim_nouns(line)
    yield from _unnamed(line)
    yield from _colons(line)


def told_by(line: Line) -> Span | None:
    """Return the words naming a voice that told the speaker, quoted or not."""
    for _, end in find_phrases(line.tokens, line.words.cues.told_by):
        return noun_phrases.after(line.tokens, end, line.words)
    return None


def _according(line: Line) -> Iterator[Sighting]:
    for first, end in find_phrases(line.tokens, line.words.cues.according):
        source = noun_phrases.after(line.tokens, end, line.words)
        if line.is_free(first) and source:
            yield Sighting(
                first=first, end=end, source=source, rule="voice.according", trails=True
            )


def _by_list(line: Line) -> Iterator[Sighting]:
    """Yield `by the firm's own list`, `by one account`: the list is the voice."""
    told = written_words(line.words.sources)
    for place, token in enumerate(line.tokens):
        is_by = token.lower == "by" and line.is_free(place)
        if not is_by or (place and line.tokens[place - 1].pos == "VERB"):
            continue
        end = next(
            (
                i + 1
                for i in range(place + 1, min(place + BY_REACH, len(line.tokens)))
                if line.tokens[i].lemma in told or line.lower(i) in told
            ),
            place,
        )
        inside = line.tokens[place + 1 : end]
        if inside and _names_list(inside, line):
            source = noun_phrases.span_of(inside)
            yield Sighting(
                first=place,
                end=place + 1,
                source=source,
                rule="voice.according",
                trails=True,
            )


def _names_list(inside: Sequence[Token], line: Line) -> bool:
    """Tell `by their own list` from `by late April the number`, `by passport number`."""
    sources = line.words.sources
    is_name = all(t.pos in noun_phrases.NAMING for t in inside)
    is_bare = inside[0].pos == "NOUN" and len(inside) > 1
    is_time = any(t.lower in sources.times for t in inside)
    return is_name and not is_bare and not is_time


def _views(line: Line) -> Iterator[Sighting]:
    """Yield `in his view`: the pronoun is the voice."""
    for place in range(1, len(line.tokens) - 1):
        is_view = (
            line.lower(place) in line.words.sources.possessives
            and line.lower(place + 1) in line.words.cues.views
            and line.tokens[place - 1].pos == "ADP"
        )
        if is_view and line.is_free(place):
            yield Sighting(
                first=place - 1,
                end=place + 2,
                source=line.tokens[place].span,
                rule="voice.according",
                trails=True,
            )


def _quoted_as(line: Line) -> Iterator[Sighting]:
    for first, end in find_phrases(line.tokens, line.words.cues.quoted_as):
        place = first
        while place and line.tokens[place - 1].lemma == "be":
            place -= 1
        source = noun_phrases.before(line.tokens, place, line.words)
        if line.is_free(first) and source:
            via = noun_phrases.after(line.tokens, end, line.words)
            yield Sighting(
                first=first,
                end=end,
                source=source,
                via=via,
                rule="voice.quoted_by",
                trails=True,
            )


def _unnamed(line: Line) -> Iterator[Sighting]:
    for first, end in find_phrases(line.tokens, line.words.cues.unnamed):
        if line.is_free(first):
            yield Sighting(first=first, end=end, source=None, rule="voice.unnamed")


def _colons(line: Line) -> Iterator[Sighting]:
    """Yield `Ivanov: "..."`, `Ivanov, who hires them: "..."`: what is quoted is said."""
    for place in range(1, len(line.tokens) - 1):
        opens = line.lower(place) == ":" and line.is_free(place)
        if not opens or line.lower(place + 1) not in OPENING:
            continue
        source = noun_phrases.subject_of(line.tokens[:place], line.words)
        source = source or noun_phrases.span_of(line.tokens[:place])
        inside = line.tokens[:place]
        is_label = inside[-1].text.isupper()
        is_free = not is_label and _names_only(line, place)
        if source and is_free and is_voice(line, source):
            yield Sighting(
                first=place, end=place + 1, source=source, rule="voice.colon"
            )


def _names_only(line: Line, end: int) -> bool:
    """Tell whether the words up to a place name one voice and no other.

    `X and Y:`, `From the diary of X:` and `X, whom the guard told:` leave open who says
    what follows.
    """
    inside = line.tokens[:end]
    describing = line.words.cues.describing
    at = next((i for i, t in enumerate(inside) if t.lower in describing), end)
    named, clause = inside[:at], inside[at:]
    is_one = named and named[0].pos != "ADP" and line.lower(0) not in describing
    is_plain = all(t.pos not in noun_phrases.FINITE | {"CCONJ"} for t in named)
    others = cited_words(line.words.sources)
    return (
        bool(is_one)
        and is_plain
        and not any(t.pos == "PROPN" or t.lemma in others for t in clause)
    )


def _claim_nouns(line: Line) -> Iterator[Sighting]:
    """Yield `a rumour was spread by X that`, and `X's claim that`."""
    for place, token in enumerate(line.tokens):
        hedge = line.words.cues.claim_nouns.get(token.lemma)
        if hedge is None or not line.is_free(place) or token.pos == "VERB":
            continue
        by = next(
            (i for i in range(place + 1, place + 7) if line.lower(i) == "by"), None
        )
        if by is not None:
            source = noun_phrases.after(line.tokens, by + 1, line.words)
            yield Sighting(
                first=place,
                end=by + 1,
                source=source,
                hedge=hedge_of(hedge),
                rule="voice.claim_noun",
            )
        elif line.lower(place - 1) in ("'s", "’s") and line.lower(place + 1) == "that":
            source = noun_phrases.before(line.tokens, place - 1, line.words)
            yield Sighting(
                first=place - 1,
                end=place + 2,
                source=source,
                hedge=hedge_of(hedge),
                rule="voice.claim_noun",
            )


def hedge_of(value: str) -> Hedge | None:
    """Return the hedge of a word table, None for an empty word."""
    return Hedge(value) if value else None
