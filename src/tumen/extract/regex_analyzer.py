"""English text taken apart by word lists alone: the floor that always works."""

import re
from collections.abc import Sequence

from tumen.codebook.words_voices import VoiceWords
from tumen.extract.analysis import Analysis, Entity, Sentence, Token
from tumen.records.span import Span

TOKEN = re.compile(
    # A full stop before a capital inside a sentence belongs to an abbreviation.
    r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]{1,5}\.(?=\s+[^\W\d_a-z])|[^\W\d_]+(?:[-][^\W_]+)*|''|``|['’](?:s|t|re|ve|ll|d|m)\b|[^\w\s]",
    re.UNICODE | re.IGNORECASE,
)
SENTENCE_END = re.compile(
    r"[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]*[^\W\d_a-z])|[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]*\d)"
)


class RegexAnalyzer:
    """Splits sentences and words, and guesses the rest from closed word lists."""

    name = "regex"

    def __init__(self, *, encodes: bool = False) -> None:
        self.encodes = encodes

    def analyze(
        self,
        text: str,
        windows: Sequence[Span],
        words: VoiceWords,
        plain: frozenset[str] = frozenset(),
    ) -> Analysis:
        """Return the windows with guessed parts of speech and no heads."""
        sentences: list[Sentence] = []
        tokens: list[Token] = []
        entities: list[Entity] = []
        for number, window in enumerate(windows):
            for piece in split_sentences(text, window, words):
                first = len(tokens)
                tokens.extend(_tokens(text, piece, first, words))
                sentences.append(Sentence(piece, first, len(tokens), number))
                entities.extend(_names(tokens[first:]))
        return Analysis(
            text=text,
            paragraphs=tuple(windows),
            sentences=tuple(sentences),
            tokens=tuple(tokens),
            entities=tuple(entities),
        )


def split_sentences(text: str, window: Span, words: VoiceWords) -> tuple[Span, ...]:
    """Return the sentences of a paragraph; a mark after an abbreviation ends none."""
    pieces: list[Span] = []
    start = window.start
    for match in SENTENCE_END.finditer(text, window.start, window.end):
        word = text[start : match.start() + 1].split()[-1].lstrip("\"“‘'([")
        if word.lower() in words.abbreviations or re.fullmatch(r"[A-Z]\.", word):
            continue
        pieces.extend(_trimmed(text, start, match.end()))
        start = match.end()
    pieces.extend(_trimmed(text, start, window.end))
    return tuple(pieces)


def _trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = end - (len(piece) - len(piece.rstrip()))
    return (Span(left, right),) if left < right else ()


def base_form(word: str, words: VoiceWords) -> str:
    """Return a guess of the base form of a lower-case word."""
    if word in words.irregular:
        return words.irregular[word]
    for ending, put, shortest in words.endings:
        if word.endswith(ending) and len(word) - len(ending) >= int(shortest):
            return _undoubled(word[: len(word) - len(ending)]) + put
    return word


def _undoubled(stem: str) -> str:
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt"
    return stem[:-1] if doubled else stem


def _tokens(text: str, piece: Span, first: int, words: VoiceWords) -> list[Token]:
    found: list[Token] = []
    for match in TOKEN.finditer(text, piece.start, piece.end):
        word, lower = match.group(), match.group().lower()
        lemma = base_form(lower, words)
        last = found[-1] if found else None
        found.append(
            Token(
                span=Span(match.start(), match.end()),
                text=word,
                lower=lower,
                lemma=lemma,
                pos=_part_of_speech(word, lemma, last, words),
                head=first + len(found),
            )
        )
    return found


def _part_of_speech(
    word: str, lemma: str, last: Token | None, words: VoiceWords
) -> str:
    lower = word.lower()
    for pos, members in words.closed_classes.items():
        if lower in members:
            return pos
    if word[0].isdigit():
        return "NUM"
    if not word[0].isalpha():
        return "PUNCT"
    if word[0].isupper() and (last is not None or (len(word) > 1 and word.isupper())):
        return "PROPN"
    return "VERB" if _is_verb(lower, lemma, last, words) else "NOUN"


def _is_verb(lower: str, base: str, last: Token | None, words: VoiceWords) -> bool:
    if base not in words.verbs and base not in words.cues.report_verbs:
        # `a report published by`: an unknown participle behind its noun.
        behind_noun = last is not None and last.pos in ("NOUN", "PROPN")
        return behind_noun and lower.endswith(words.participles)
    if lower not in words.noun_forms:
        return True
    # `workers claim`, but `the claim`, `a detailed report`.
    plural_before = (
        last is not None and last.pos in ("NOUN", "PROPN") and last.lower != last.lemma
    )
    to_before = last is not None and (last.lower == "to" or last.pos in ("PRON", "AUX"))
    return plural_before or to_before


def _names(tokens: Sequence[Token]) -> list[Entity]:
    """Return runs of capitalised words as names of an unknown kind."""
    found: list[Entity] = []
    run: list[Token] = []
    for token in tokens:
        if token.text[0].isupper() and token.pos in ("PROPN", "NOUN"):
            run.append(token)
            continue
        if run:
            found.append(Entity(Span(run[0].span.start, run[-1].span.end), "MISC"))
        run = []
    if run:
        found.append(Entity(Span(run[0].span.start, run[-1].span.end), "MISC"))
    return found
