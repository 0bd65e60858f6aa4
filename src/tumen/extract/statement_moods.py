"""Tell what happened from what was only possible, wanted, denied or unknown."""

from enum import StrEnum

from tumen.codebook.words_statements import StatementWords
from tumen.extract.analysis import Analysis
from tumen.extract.phrases import find_phrases
from tumen.extract.statement_matches import Match

NEARBY = 3
"""Words before an event's own word that are asked when nothing is parsed."""

VERBAL = frozenset({"VERB", "AUX"})
EMBEDDED = frozenset({"xcomp", "advcl", "acl", "ccomp", "relcl"})


class Mood(StrEnum):
    """How a statement stands to what happened."""

    REAL = "real"
    UNREAL = "unreal"
    UNKNOWN = "unknown"


def mood_of(analysis: Analysis, match: Match, words: StatementWords) -> Mood:
    """Return the mood of a match; an event that did not happen is unreal."""
    if _is_unknown(analysis, match, words):
        return Mood.UNKNOWN
    if match.loose:
        return Mood.REAL
    asked = _parsed_unreal if analysis.parsed else _unparsed_unreal
    return Mood.UNREAL if asked(analysis, match, words) else Mood.REAL


def _is_unknown(analysis: Analysis, match: Match, words: StatementWords) -> bool:
    """Tell whether the words up to the statement's own say that it is not known."""
    sentence = analysis.sentences[match.sentence]
    until = max(match.fitted[0] - sentence.first, 0)
    before = analysis.words(sentence)[:until]
    return any(find_phrases(before, words.unknown_phrases))


def _parsed_unreal(analysis: Analysis, match: Match, words: StatementWords) -> bool:
    anchor = match.fitted[0]
    if analysis.tokens[anchor].pos not in VERBAL:
        return False
    verb = anchor
    while analysis.tokens[verb].dep == "conj" and not _has_helper(analysis, verb):
        verb = analysis.tokens[verb].head
    helpers = {
        analysis.tokens[i].lower for i in analysis.children(verb) if i < verb
    } - {analysis.tokens[i].lower for i in match.fitted}
    if helpers & (words.modals | words.conditions | words.negatives):
        return True
    token = analysis.tokens[verb]
    above = analysis.tokens[token.head]
    if token.dep == "acl" and verb == anchor:
        # A sentence without a verb is one whose verb was taken for a participle.
        return above.head != token.head or above.pos in VERBAL
    return (
        token.dep in EMBEDDED and "to" in helpers and above.lemma not in words.realizers
    )


def _has_helper(analysis: Analysis, verb: int) -> bool:
    return any(
        analysis.tokens[i].dep in ("aux", "auxpass", "nsubj", "nsubjpass")
        for i in analysis.children(verb)
    )


def _unparsed_unreal(analysis: Analysis, match: Match, words: StatementWords) -> bool:
    anchor = match.fitted[0]
    fitted = {analysis.tokens[i].lower for i in match.fitted}
    first = max(anchor - NEARBY, analysis.sentences[match.sentence].first)
    before = [analysis.tokens[i] for i in range(first, anchor)]
    doubtful = (words.modals | words.negatives) - fitted
    if any(token.lower in doubtful for token in before):
        return True
    happened = any({t.lemma, t.lower} & words.realizers for t in before)
    return bool(before) and before[-1].lower == "to" and not happened
