"""Tell what happened from what was only possible, wanted, denied or unknown."""

from enum import StrEnum

from tumen.codebook.words_statements import StatementWords
from tumen.extract.analysis import Analysis
from tumen.extract.phrases import find_phrases
from tumen.extract.present import is_present
from tumen.extract.statement_matches import Match

NEARBY = 3
"""Words before an event's own word that are asked when nothing is parsed."""

VERBAL = frozenset({"VERB", "AUX"})
COMPLETING = frozenset({"xcomp", "pcomp", "prep"})
HELPS = frozenset({"aux", "auxpass", "nsubj", "nsubjpass"})
HELPING = frozenset({"aux", "auxpass"})
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
    fitted = {analysis.tokens[i].lower for i in match.fitted}
    doubtful = (words.modals | words.conditions | words.negatives) - fitted
    chain = _governing(analysis, anchor)
    if any(_helpers(analysis, verb) & doubtful for verb in chain):
        return True
    if _is_participle(analysis, anchor, words) or _is_habit(analysis, chain, words):
        return True
    return any(_is_purpose(analysis, verb, words) for verb in chain)


def _governing(analysis: Analysis, anchor: int) -> list[int]:
    """Return a verb and those above it that it completes (`might end up killed`)."""
    chain = [anchor]
    while _leans(analysis, chain[-1]):
        chain.append(analysis.tokens[chain[-1]].head)
    return chain


def _leans(analysis: Analysis, index: int) -> bool:
    dep = analysis.tokens[index].dep
    if dep == "conj":
        return analysis.tokens[analysis.tokens[index].head].pos in VERBAL and not any(
            analysis.tokens[i].dep in HELPS for i in analysis.children(index)
        )
    return dep in COMPLETING


def _helpers(analysis: Analysis, verb: int) -> set[str]:
    return {analysis.tokens[i].lower for i in analysis.children(verb) if i < verb}


def _is_participle(analysis: Analysis, anchor: int, words: StatementWords) -> bool:
    """Tell whether a verb only describes a noun (`the men sent there`)."""
    token = analysis.tokens[anchor]
    if token.dep != "acl" or token.lower.endswith(words.ongoing_endings):
        return False
    if any(analysis.tokens[i].dep in HELPS for i in analysis.children(anchor)):
        return False
    # A sentence without a verb is one whose verb was taken for a participle.
    above = analysis.tokens[token.head]
    return above.head != token.head or above.pos in VERBAL


def _is_habit(analysis: Analysis, chain: list[int], words: StatementWords) -> bool:
    """Tell whether a verb in the simple present says what is done as a rule."""
    if any(
        analysis.tokens[i].dep in HELPING
        for verb in chain
        for i in analysis.children(verb)
    ):
        return False
    first = analysis.tokens[chain[-1]]
    return is_present(first, words) and first.lower not in words.same_past


def _is_purpose(analysis: Analysis, verb: int, words: StatementWords) -> bool:
    token = analysis.tokens[verb]
    above = analysis.tokens[token.head].lemma
    is_infinitive = token.dep in EMBEDDED and "to" in _helpers(analysis, verb)
    return is_infinitive and above not in words.realizers


def _unparsed_unreal(analysis: Analysis, match: Match, words: StatementWords) -> bool:
    anchor = match.fitted[0]
    fitted = {analysis.tokens[i].lower for i in match.fitted}
    first = max(anchor - NEARBY, analysis.sentences[match.sentence].first)
    before = [analysis.tokens[i] for i in range(first, anchor)]
    doubtful = (words.modals | words.negatives) - fitted
    if any(token.lower in doubtful for token in before):
        return True
    if _opens_with_condition(analysis, match, words):
        return True
    happened = any({t.lemma, t.lower} & words.realizers for t in before)
    return bool(before) and before[-1].lower == "to" and not happened


def _opens_with_condition(
    analysis: Analysis, match: Match, words: StatementWords
) -> bool:
    """Tell whether a clause is a condition (`if a man flees`)."""
    sentence = analysis.sentences[match.sentence]
    opening = min(match.clause.own)
    near = range(max(sentence.first, opening - 1), opening + 1)
    return any(analysis.tokens[i].lower in words.conditions for i in near)
