"""English text taken apart by spaCy's small model, loaded from its folder."""

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.attrs import HEAD, IDX

from tumen.codebook.words_voices import VoiceWords
from tumen.extract.analysis import Analysis, Entity, Sentence, Token
from tumen.extract.plain_words import may_hold_name
from tumen.extract.regex_analyzer import split_sentences
from tumen.extract.spacy_words import WordClass, WordClasses
from tumen.records.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

UNUSED = ("senter",)
NAMES = "ner"
"""Part of the model that finds names; it takes longer than all others together."""
LABELS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE"}


class SpacyAnalyzer:
    """Tagger, parser and names of a spaCy model."""

    def __init__(
        self, pipeline: "Language", name: str, *, encodes: bool = False
    ) -> None:
        self._words = WordClasses(pipeline)
        self._pipeline = pipeline
        _, self._names = pipeline.remove_pipe(NAMES)
        self.name = name
        self.encodes = encodes

    @classmethod
    def load(cls, package: str, *, encodes: bool = False) -> "SpacyAnalyzer":
        """Load the weights that an installed package carries, by path."""
        folder = model_folder(package)
        pipeline = spacy.load(folder, exclude=list(UNUSED))
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return cls(pipeline, f"spacy {meta['name']} {meta['version']}", encodes=encodes)

    def analyze(
        self,
        text: str,
        windows: Sequence[Span],
        words: VoiceWords,
        plain: frozenset[str] = frozenset(),
    ) -> Analysis:
        """Return the parsed windows; sentences are split by our own rules first.

        Each sentence is parsed alone: the parser's own splits err on quotes. Names are
        looked for only in a sentence that holds a capital to be explained.
        """
        sentences: list[Sentence] = []
        tokens: list[Token] = []
        named: dict[int, Doc] = {}
        pieces = [
            (piece, number)
            for number, window in enumerate(windows)
            for piece in split_sentences(text, window, words)
        ]
        parsed = self._pipeline.pipe(piece.quote(text) for piece, _ in pieces)
        for (piece, number), doc in zip(pieces, parsed, strict=True):
            first = len(tokens)
            tokens.extend(_tokens(doc, self._words.read(doc), piece.start, first))
            sentences.append(Sentence(piece, first, len(tokens), number))
            if may_hold_name(tokens[first:], plain, words.sources):
                named[piece.start] = doc
        return Analysis(
            text=text,
            paragraphs=tuple(windows),
            sentences=tuple(sentences),
            tokens=tuple(tokens),
            entities=self._entities(named),
            parsed=True,
        )

    def _entities(self, docs: Mapping[int, "Doc"]) -> tuple[Entity, ...]:
        """Return the names in sentences, each given by where it begins."""
        found = self._names.pipe(docs.values())  # type: ignore[attr-defined]  # all that is known of a part is that it is called
        return tuple(
            Entity(
                Span(offset + entity.start_char, offset + entity.end_char),
                LABELS[entity.label_],
            )
            for offset, doc in zip(docs, found, strict=True)
            for entity in doc.ents
            if entity.label_ in LABELS
        )


def model_folder(package: str) -> Path:
    """Return the folder inside a package that holds the model's config."""
    root = Path(str(resources.files(package)))
    return next(path.parent for path in sorted(root.glob("*/config.cfg")))


def _tokens(
    doc: "Doc", classes: Sequence[WordClass], offset: int, first: int
) -> list[Token]:
    numbers = accumulate((not word.is_space for word in classes), initial=first)
    number = list(numbers)
    # Heads are given as distances, below zero for those before the word.
    heads = doc.to_array([HEAD, IDX]).astype("int64").tolist()
    found: list[Token] = []
    for place, (word, (step, begin)) in enumerate(zip(classes, heads, strict=True)):
        if word.is_space:
            continue
        head = place + step
        found.append(
            Token(
                span=Span(offset + begin, offset + begin + len(word.text)),
                text=word.text,
                lower=word.lower,
                lemma=word.lemma,
                pos=word.pos,
                head=number[place if classes[head].is_space else head],
                dep=word.dep,
            )
        )
    return found
