"""Parts of speech and base forms of parsed words, by the rules of a spaCy model."""

from typing import TYPE_CHECKING, NamedTuple

from spacy.attrs import DEP, ORTH, TAG
from spacy.matcher import Matcher
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token
    from spacy.vocab import Vocab

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
"""Parts of the model that give parts of speech and base forms, in this order."""
KEY = [ORTH, TAG, DEP]
"""What decides the class of a word."""


class WordClass(NamedTuple):
    """What a word is wherever it stands with the same tag and arc.

    Args:
        lemma: base form in lower case; the word itself when the rules give none.
        dep: label of its arc.
    """

    text: str
    lower: str
    pos: str
    lemma: str
    dep: str
    is_space: bool


class WordClasses:
    """The rules of a model, asked once for every word with its tag and arc.

    A rule looks at one word, so that the same word with the same tag and arc is always
    of the same class; asking all rules about each word of a text costs a fifth of its
    parse. Few rules look at several words: where a word may open one of those, they
    are asked about its whole sentence.
    """

    def __init__(self, pipeline: "Language") -> None:
        """Take the rules out of a pipeline, which then leaves them to `read`."""
        self._vocab: Vocab = pipeline.vocab
        _, self._ruler = pipeline.remove_pipe(RULER)
        _, self._lemmatizer = pipeline.remove_pipe(LEMMATIZER)
        self._opens_row = Matcher(pipeline.vocab)
        for rule in self._ruler.patterns:  # type: ignore[attr-defined]  # all that is known of a part is that it is called
            rows = [[row[0]] for row in rule["patterns"] if len(row) > 1]
            if rows:
                self._opens_row.add(RULER, rows)
        self._known: dict[tuple[int, ...], WordClass | None] = {}

    def read(self, doc: Doc) -> list[WordClass]:
        """Return the classes of the words of a tagged and parsed sentence."""
        # One array instead of an object for every word: a third of the time.
        keys = [tuple(row) for row in doc.to_array(KEY).tolist()]
        found: list[WordClass] = []
        for place, key in enumerate(keys):
            if key not in self._known:
                self._known[key] = self._ask(doc[place])
            known = self._known[key]
            if known is None:
                return self._classes(doc)
            found.append(known)
        return found

    def _ask(self, token: "Token") -> WordClass | None:
        """Return the class of a word by itself, None where it may open several."""
        alone = Doc(
            self._vocab,
            words=[token.text],
            tags=[token.tag_],
            deps=[token.dep_],
            heads=[0],
        )
        return None if self._opens_row(alone) else self._classes(alone)[0]

    def _classes(self, doc: Doc) -> list[WordClass]:
        ruled = self._lemmatizer(self._ruler(doc))
        return [
            WordClass(
                token.text,
                token.lower_,
                token.pos_,
                token.lemma_.lower() or token.lower_,
                token.dep_,
                token.is_space,
            )
            for token in ruled
        ]
