from tumen.codebook.load import load_codebook
from tumen.extract.analysis import Analysis, Sentence, Token
from tumen.extract.clauses import clause_span, find_clauses
from tumen.extract.regex_analyzer import RegexAnalyzer
from tumen.records.span import Span

ENGLISH = load_codebook("dprk-labour").languages["en"]
WORDS = ENGLISH.statements

# word, part of speech, index of its head, arc
SAID = [
    ("Guards", "NOUN", 1, "nsubj"),
    ("said", "VERB", 1, "ROOT"),
    ("that", "SCONJ", 5, "mark"),
    ("the", "DET", 4, "det"),
    ("cook", "NOUN", 5, "nsubj"),
    ("fled", "VERB", 1, "ccomp"),
    ("and", "CCONJ", 5, "cc"),
    ("hid", "VERB", 5, "conj"),
]
DESCRIBED = [
    ("The", "DET", 2, "det"),
    ("old", "ADJ", 2, "amod"),
    ("cook", "NOUN", 5, "nsubj"),
    ("who", "PRON", 4, "nsubj"),
    ("fled", "VERB", 2, "relcl"),
    ("slept", "VERB", 5, "ROOT"),
]


def parsed(rows: list[tuple[str, str, int, str]]) -> Analysis:
    text = " ".join(row[0] for row in rows)
    tokens, start = [], 0
    for word, pos, head, dep in rows:
        span = Span(start, start + len(word))
        tokens.append(
            Token(
                span=span, text=word, lower=word.lower(), lemma=word.lower(),
                pos=pos, head=head, dep=dep,
            )
        )  # fmt: skip
        start += len(word) + 1
    whole = Span(0, len(text))
    return Analysis(
        text=text,
        paragraphs=(whole,),
        sentences=(Sentence(whole, 0, len(tokens), 0),),
        tokens=tuple(tokens),
        parsed=True,
    )


def quotes(analysis: Analysis) -> list[str]:
    clauses = find_clauses(analysis, analysis.sentences[0], WORDS)
    spans = [clause_span(analysis, clause.own, WORDS) for clause in clauses]
    return [span.quote(analysis.text) for span in spans if span]


def test_reported_words_and_joined_verbs_are_clauses_of_their_own() -> None:
    assert quotes(parsed(SAID)) == ["Guards said", "the cook fled", "hid"]


def test_a_joined_verb_borrows_the_subject() -> None:
    analysis = parsed(SAID)
    clauses = find_clauses(analysis, analysis.sentences[0], WORDS)

    assert clauses[2].borrowed == {3, 4}


def test_a_relative_clause_carries_the_noun_it_describes() -> None:
    assert quotes(parsed(DESCRIBED))[0] == "The old cook who fled"


def test_a_clause_interrupted_by_another_is_quoted_through() -> None:
    assert quotes(parsed(DESCRIBED))[1] == "The old cook who fled slept"


def test_every_token_belongs_to_a_clause() -> None:
    analysis = parsed(DESCRIBED)
    clauses = find_clauses(analysis, analysis.sentences[0], WORDS)

    assert set().union(*(clause.own for clause in clauses)) == set(range(6))


def test_without_a_parse_marks_and_conjunctions_divide() -> None:
    text = "The cook fled because guards came, but nobody saw him."
    analysis = RegexAnalyzer().analyze(text, (Span(0, len(text)),), ENGLISH.voices)

    assert quotes(analysis) == ["The cook fled", "guards came", "nobody saw him"]


def test_edge_words_alone_make_no_clause() -> None:
    analysis = parsed([("and", "CCONJ", 0, "ROOT")])

    assert clause_span(analysis, [0], WORDS) is None


def test_a_parsed_clause_knows_what_it_hangs_on() -> None:
    analysis = parsed(SAID)
    clauses = find_clauses(analysis, analysis.sentences[0], WORDS)
    heads = [analysis.tokens[c.head].text for c in clauses if c.head is not None]
    assert heads == ["said", "fled", "hid"]


def test_every_word_of_a_long_list_belongs_to_its_clause() -> None:
    listed = [("crews", "NOUN", n, "conj") for n in range(1, 200)]
    rows = [("They", "PRON", 1, "nsubj"), ("saw", "VERB", 1, "ROOT"), *listed]
    analysis = parsed(rows)
    (clause,) = find_clauses(analysis, analysis.sentences[0], WORDS)
    assert clause.own == frozenset(range(len(rows)))
