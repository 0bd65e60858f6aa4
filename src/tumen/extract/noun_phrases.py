"""Where the words that name a voice begin and end."""

import re
from collections.abc import Sequence

from tumen.codebook.words_voices import VoiceWords
from tumen.extract.analysis import Token
from tumen.records.span import Span

CLOCK = re.compile(r"\d{1,2}[.:]\d\d")
"""The time of an entry in a list of events stands before its first sentence."""
NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADP", "PRON", "X"})
FINITE = frozenset({"VERB", "AUX"})
MARKS = frozenset({*'"“”«»;:—–―', "''", "``"})
APPOSITIVE_LIMIT = 4
OPENING = 7
"""`In the first quarter of 2019` is at most so long."""


def span_of(tokens: Sequence[Token]) -> Span | None:
    """Return the span from the first token to the last, None for no tokens."""
    return Span(tokens[0].span.start, tokens[-1].span.end) if tokens else None


def before(tokens: Sequence[Token], verb: int, words: VoiceWords) -> Span | None:
    """Return the words before a verb that name who does it.

    Args:
        tokens: of one sentence.
        verb: place of the verb among them.
    """
    end = verb
    while end and (
        tokens[end - 1].lower in words.cues.bridges or tokens[end - 1].pos == "AUX"
    ):
        end -= 1
    if end == 0:
        return None
    if tokens[end - 1].text == ",":
        return _across_appositives(tokens, end - 1, words)
    if tokens[end - 1].lower in words.cues.relatives:
        noun = end - 2 if end > 1 and tokens[end - 2].text == "," else end - 1
        return span_of(tokens[_after_last_verb(tokens, noun, words) : noun])
    start = _before_bracket(tokens, end) if tokens[end - 1].text == ")" else end
    return span_of(tokens[_start_of_subject(tokens, start, words) : end])


def subject_of(tokens: Sequence[Token], words: VoiceWords) -> Span | None:
    """Return the name a sentence begins with, else what stands before its verb."""
    if opens_with_name(tokens, words) and tokens[0].lower not in words.sources.openings:
        return after(tokens, 0, words)
    verb = next((i for i, t in enumerate(tokens) if i and t.pos in FINITE), None)
    return before(tokens, verb, words) if verb else None


def _start_of_subject(tokens: Sequence[Token], end: int, words: VoiceWords) -> int:
    """Return the place where the clause that ends at `end` begins."""
    start = end
    while start and not (
        _is_edge(tokens[start - 1], words) or _reports(tokens[start - 1], words)
    ):
        start -= 1
    return _past_opening(tokens, start, end, words)


def _reports(token: Token, words: VoiceWords) -> bool:
    """Tell whether a verb of its own ends before a voice (`X said the police Y`)."""
    is_finite = token.pos == "VERB" and not token.lower.endswith("ing")
    return is_finite and words.cues.report_verbs.get(token.lemma) is not None


def _past_opening(
    tokens: Sequence[Token], start: int, end: int, words: VoiceWords
) -> int:
    """Return where the subject begins after `On Sunday` or `Now`."""
    while start < end - 1 and (
        tokens[start].lower in words.cues.openers
        or tokens[start].pos in ("PUNCT", "CCONJ", "SCONJ")
        or CLOCK.fullmatch(tokens[start].text)
    ):
        start += 1
    is_time = tokens[start].lower in words.sources.times | words.sources.openings
    if tokens[start].pos != "ADP" and not is_time:
        return start
    opening = range(start, min(end - 1, start + OPENING))
    beside = [
        i
        for i in opening
        if i > start
        and tokens[i].lower in words.sources.indefinite | words.sources.definite
        and tokens[i - 1].pos in ("PROPN", "NOUN")
    ]
    if beside:
        # `In Luanda a firm said`: two phrases stand side by side.
        return beside[0]
    times = [
        i
        for i in opening
        if tokens[i].pos != "ADP"
        and (tokens[i].lower in words.cues.time_tails or tokens[i].text.isdigit())
    ]
    return times[-1] + 1 if times else start


def _after_last_verb(tokens: Sequence[Token], end: int, words: VoiceWords) -> int:
    """Return where the noun before `that added` begins (`There was a report`)."""
    start = end
    while (
        start
        and tokens[start - 1].pos not in FINITE
        and not _is_edge(tokens[start - 1], words)
        and tokens[start - 1].lower not in words.cues.leads_in
    ):
        start -= 1
    return start


def _is_edge(token: Token, words: VoiceWords) -> bool:
    if token.text == "," or token.text in MARKS:
        return True
    return token.lower in words.cues.clause_starts and token.lower not in (
        words.cues.relatives | {"after", "before", "while", "as", "or", "and"}
    )


def _across_appositives(
    tokens: Sequence[Token], comma: int, words: VoiceWords
) -> Span | None:
    """Return the name left of `X, a professor at Y,` together with its appositives."""
    end, start, heads = comma, comma, []
    for _ in range(APPOSITIVE_LIMIT):
        while (
            start
            and tokens[start - 1].text != ","
            and tokens[start - 1].text not in MARKS
        ):
            start -= 1
        if opens_with_name(tokens[start:comma], words):
            return span_of(tokens[start:end])
        heads.append(start)
        if start == 0 or tokens[start - 1].text != ",":
            break
        start -= 1
        comma = start
    first = tokens[heads[0]].lower
    # `the men, who fled, said` and `the group, a charity, said` name it one comma left.
    sources = words.sources
    describes = (
        first in words.cues.describing | sources.indefinite | sources.also
        or tokens[heads[0]].pos in ("ADP", "VERB")
    )
    chosen = heads[1] if describes and len(heads) > 1 else heads[0]
    return span_of(tokens[chosen:end])


def opens_with_name(tokens: Sequence[Token], words: VoiceWords) -> bool:
    """Tell whether a phrase begins with a capitalised name, titles aside."""
    names = [
        token
        for token in tokens[:6]
        if token.text[0].isupper() and token.lower not in words.sources.titles
    ]
    opens = bool(tokens) and (
        tokens[0].text[0].isupper() or tokens[0].lower in words.sources.titles
    )
    is_determiner = bool(tokens) and tokens[0].lower in (
        words.sources.indefinite | words.sources.definite
    )
    return opens and len(names) >= 1 and not is_determiner


def _before_bracket(tokens: Sequence[Token], end: int) -> int:
    while end and tokens[end - 1].text != "(":
        end -= 1
    return max(0, end - 1)


def after(tokens: Sequence[Token], first: int, words: VoiceWords) -> Span | None:
    """Return the words from `first` on that name a voice, with its appositives.

    Args:
        tokens: of one sentence.
        first: place of the first word after the verb or phrase.
    """
    if first < len(tokens) and _is_pronoun(tokens, first, words):
        # `According to him Russia sent them home`: a pronoun is all there is.
        return tokens[first].span
    end = _end_of_name(tokens, first, words)
    if end == first:
        return None
    return span_of(tokens[first : _with_appositives(tokens, end, words)])


def _is_pronoun(tokens: Sequence[Token], place: int, words: VoiceWords) -> bool:
    """Tell `him` and `her` from `her lawyer`."""
    token = tokens[place]
    follows = tokens[place + 1] if place + 1 < len(tokens) else None
    owns = token.lower in words.sources.possessives
    has_noun = follows is not None and follows.pos in ("NOUN", "ADJ")
    return token.lower in words.sources.objects and not (owns and has_noun)


def _end_of_name(tokens: Sequence[Token], first: int, words: VoiceWords) -> int:
    end = first
    while end < len(tokens):
        token = tokens[end]
        if token.text == "(":
            end = _after_bracket(tokens, end)
            continue
        if _ends_name(tokens, end):
            break
        if (
            end > first
            and token.lower in words.cues.time_tails
            and not _in_name(tokens, end, words)
        ):
            break
        if token.lower in words.cues.relatives:
            break
        if token.pos in FINITE and not _is_participle(token):
            break
        if end > first and _begins_another(tokens, end, words):
            break
        end += 1
    return end


def _ends_name(tokens: Sequence[Token], place: int) -> bool:
    text = tokens[place].text
    return text == "," or text in MARKS or text in ".?!…" or _is_dash(tokens, place)


def _is_dash(tokens: Sequence[Token], place: int) -> bool:
    """Tell a dash written as a hyphen between blanks."""
    follows = tokens[place + 1] if place + 1 < len(tokens) else None
    return tokens[place].text == "-" and (
        follows is None or follows.span.start > tokens[place].span.end
    )


def _begins_another(tokens: Sequence[Token], place: int, words: VoiceWords) -> bool:
    """Tell whether a noun is over (`according to the count the men ...`)."""
    determiners = words.sources.indefinite | words.sources.definite
    is_behind_noun = tokens[place - 1].pos in ("NOUN", "PROPN")
    return (
        tokens[place].pos == "DET"
        and tokens[place].lower in determiners
        and is_behind_noun
    )


def _in_name(tokens: Sequence[Token], place: int, words: VoiceWords) -> bool:
    """Tell whether a preposition joins two parts of a description (`people in X`)."""
    follows = tokens[place + 1] if place + 1 < len(tokens) else None
    joins = tokens[place].lower in ("in", "on", "at", "by", "via")
    return (
        joins
        and follows is not None
        and follows.pos in ("PROPN", "DET")
        and not follows.text[0].isdigit()
        and follows.lower not in words.cues.time_tails
    )


def _is_participle(token: Token) -> bool:
    return token.pos == "VERB" and token.lower.endswith(("ed", "ing"))


def _after_bracket(tokens: Sequence[Token], place: int) -> int:
    while place < len(tokens) and tokens[place].text != ")":
        place += 1
    return min(len(tokens), place + 1)


def _with_appositives(tokens: Sequence[Token], end: int, words: VoiceWords) -> int:
    """Return the end after `, a professor at Y and former director of Z`."""
    if end < len(tokens) and tokens[end].lower in words.cues.describing:
        return _end_of_clause(tokens, end)
    while end + 1 < len(tokens) and tokens[end].text == ",":
        follows = tokens[end + 1]
        describes = follows.lower in words.sources.indefinite | {"the", "who", "whose"}
        describes = describes or _names_role(tokens, end, words)
        if not describes and follows.lower not in words.sources.titles:
            break
        stop = _end_of_clause(tokens, end + 1)
        if _is_sentence(tokens[end + 1 : stop], words):
            break
        end = stop
    return end


def _names_role(tokens: Sequence[Token], end: int, words: VoiceWords) -> bool:
    """Tell whether a name follows a role: `the chief physician, Ada Example`."""
    name = tokens[end + 1 : end + 3]
    is_name = len(name) > 1 and all(token.pos == "PROPN" for token in name)
    return is_name and tokens[end - 1].lemma in words.sources.persons


def _is_sentence(tokens: Sequence[Token], words: VoiceWords) -> bool:
    """Tell whether words hold a finite verb of their own, relative clauses aside."""
    finite = any(t.pos in FINITE and not _is_participle(t) for t in tokens[1:])
    return finite and not any(t.lower in words.cues.relatives for t in tokens)


def _end_of_clause(tokens: Sequence[Token], place: int) -> int:
    while (
        place < len(tokens)
        and tokens[place].text not in ",.;"
        and (tokens[place].text not in MARKS)
    ):
        place += 1
    return place
