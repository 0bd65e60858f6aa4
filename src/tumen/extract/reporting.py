"""Tell whether a verb with other uses reports, by who does it and what follows."""

from collections.abc import Sequence

from tumen.codebook.words_voices import SourceWords
from tumen.extract import noun_phrases
from tumen.extract.analysis import Token
from tumen.extract.sightings import Line
from tumen.extract.source_phrase import head_of
from tumen.extract.word_sets import cited_things, cited_words, voice_pronouns
from tumen.records.span import Span

PAIR_REACH = 12
"""`put the number of strikers at 40`: the two words stand so near each other."""
SUBJECT = frozenset({"nsubj"})
CLAUSE_SUBJECT = frozenset({"nsubj", "nsubjpass", "expl"})
OBJECT = frozenset({"dobj", "ccomp"})
CLAUSE = frozenset({"ccomp", "parataxis"})
JOINED = "conj"
LEAVES_OPEN = frozenset({",", "?", "!"})
ENDS = frozenset({".", "!", "?", "…"})


def may_report(line: Line, place: int, source: Span) -> bool:
    """Tell whether a verb with other uses (`found`, `added`) reports here."""
    cues = line.words.cues
    lemma = line.tokens[place].lemma
    if _lacks_partner(line, place):
        return False
    if lemma in cues.evidence_verbs:
        # `workers found there` reports nothing, `researchers found that` does.
        if _holds_verb(line, source):
            return False
        says_that = line.lower(place + 1) == "that" and is_voice(line, source)
        return says_that or is_body(line, source) or _is_name(line, source)
    return _reports_here(line, place, source)


def governs_clause(line: Line, place: int) -> bool:
    """Tell whether a verb that no list names has somebody say a clause.

    `The cook swore that ...`, `..., two men agreed`: the parser finds a clause that
    completes the verb, or one that the verb is put beside.
    """
    token = line.tokens[place]
    if token.lemma in line.words.cues.silent_verbs or token.pos != "VERB":
        return False
    if not line.dependents(place, SUBJECT):
        return False
    return any(
        line.tokens[i].pos in ("VERB", "AUX")
        and not line.tokens[i].lower.endswith("ing")
        and (_stands_alone(line, i, place) or line.lower(place + 1) == "that")
        for i in line.dependents(place, CLAUSE)
    )


def _stands_alone(line: Line, verb: int, place: int) -> bool:
    """Tell whether a clause before a verb could be a sentence of its own.

    `The cook, he said, left`: what is put in between says nothing of the verb.
    """
    is_put_in = line.tokens[verb].lemma in line.words.cues.report_verbs
    return (
        verb < place and not is_put_in and bool(line.dependents(verb, CLAUSE_SUBJECT))
    )


def closes_quote(line: Line, place: int) -> bool:
    """Tell whether a verb that no list names stands behind direct speech.

    `"...," the cook barked`, `"...?" she wanted to know`: the mark before the closing
    one leaves the sentence open.
    """
    near = noun_phrases.before(line.tokens, place, line.words)
    if near is None or line.tokens[place].pos != "VERB" or _holds_verb(line, near):
        return False
    first = next(i for i, t in enumerate(line.tokens) if near.holds(t.span))
    return (
        first > 1
        and not line.is_free(first - 1)
        and line.lower(first - 2) in LEAVES_OPEN
    )


def may_say(line: Line, place: int, source: Span) -> bool:
    """Tell whether the subject of an unlisted verb is a voice.

    Behind what is said (`..., two stitchers agreed`) anybody is.
    """
    if is_voice(line, source):
        return True
    clauses = line.dependents(place, CLAUSE)
    return _stands_last(line, source) and any(
        line.tokens[i].span.end < source.start for i in clauses
    )


def lemma_of(line: Line, token: Token) -> str:
    """Return the base form of a verb, also when it was taken for a noun."""
    return line.words.irregular.get(token.lower, token.lemma)


def is_taken_for_noun(line: Line, place: int) -> bool:
    """Tell whether a report verb was taken for a noun: `..., a trader swore.`

    It stands behind what is said, a comma and a voice, and nothing but a mark follows;
    or the parser gives it a subject and an object (`the papers show a levy`); or it
    opens a sentence with its voice (`His clerk grumbles that pay is late`).
    """
    token = line.tokens[place]
    follows = line.lower(place + 1)
    if token.pos not in ("NOUN", "PROPN") or lemma_of(line, token) not in (
        line.words.cues.report_verbs
    ):
        return False
    if line.dependents(place, SUBJECT) and line.dependents(place, OBJECT):
        return True
    opens = follows == "that" and token.lower.endswith("s")
    if not opens and follows not in (",", ":", "") and follows not in ENDS:
        return False
    near = noun_phrases.before(line.tokens, place, line.words)
    if near is None or not is_voice(line, near):
        return False
    if not (_stands_last(line, near) or (opens and _stands_first(line, near))):
        return False
    return not _holds_verb(line, near)


def said_by(line: Line, place: int) -> Span | None:
    """Return the words before a report verb that name who speaks.

    Where the words next to the verb are no voice, the parser's subject is taken.
    """
    near = noun_phrases.before(line.tokens, place, line.words)
    pronoun = _pronoun_at_end(line, near)
    if pronoun is not None:
        return pronoun
    if near is not None and _names_one(line, near):
        return near
    parsed = _parsed_subject(line, place)
    if parsed is not None and _names_one(line, parsed):
        return parsed
    shared = _shared_subject(line, near)
    return None if shared is None else _without_opening(line, shared)


def _without_opening(line: Line, source: Span) -> Span | None:
    """Return a voice behind `as`; None for an aside (`Under the pact as`)."""
    inside = [t for t in line.tokens if source.holds(t.span)]
    if inside[0].pos == "SCONJ":
        inside = inside[1:]
    is_aside = not inside or inside[0].pos in ("ADP", "SCONJ", "PART", "CCONJ")
    return None if is_aside else noun_phrases.span_of(inside)


def _parsed_subject(line: Line, place: int) -> Span | None:
    """Return the parser's subject of a verb, or of the verb it is joined to."""
    verb = place
    while not line.dependents(verb, SUBJECT) and line.tokens[verb].dep == JOINED:
        verb = line.tokens[verb].head - line.first
    for subject in line.dependents(verb, SUBJECT):
        first, end = line.subtree(subject)
        if subject < place:
            return noun_phrases.span_of(line.tokens[first : min(end, place)])
    return None


def _shared_subject(line: Line, near: Span | None) -> Span | None:
    """Return whom two joined verbs share: `X left the room and said`."""
    inside = [
        i for i, t in enumerate(line.tokens) if near is not None and near.holds(t.span)
    ]
    if not inside or line.lower(inside[-1]) not in line.words.cues.joiners:
        return near
    verbs = [i for i in inside if line.tokens[i].pos in noun_phrases.FINITE]
    if len(inside) > 1:
        return noun_phrases.before(line.tokens, verbs[0], line.words) if verbs else near
    # `He counted 40, and said`: the verb before the comma has the subject.
    earlier = next(
        (
            i
            for i in range(1, inside[0])
            if line.tokens[i].pos in noun_phrases.FINITE and line.is_free(i)
        ),
        None,
    )
    if earlier is None:
        return None
    return noun_phrases.before(line.tokens, earlier, line.words)


def _pronoun_at_end(line: Line, source: Span | None) -> Span | None:
    """Return the pronoun that alone is the subject (`By and by they said`)."""
    sources = line.words.sources
    inside = [t for t in line.tokens if source is not None and source.holds(t.span)]
    if len(inside) < 2:
        return None
    last = inside[-1]
    stands_alone = last.lower in voice_pronouns(sources) | sources.own_pronouns
    return last.span if stands_alone else None


def _names_one(line: Line, source: Span) -> bool:
    """Tell whether words are a voice and no place, time or clause stands before it."""
    inside = [t for t in line.tokens if source.holds(t.span)]
    return (
        inside[0].pos not in ("ADP", "AUX", "SCONJ")
        and is_voice(line, source)
        and not _holds_verb(line, source)
    )


def _reports_here(line: Line, place: int, source: Span) -> bool:
    """Tell whether what is said follows the verb, or a voice stands behind it."""
    cues, lemma = line.words.cues, line.tokens[place].lemma
    if lemma not in cues.weak_report_verbs | cues.strict_report_verbs:
        return True
    follows = line.lower(place + 1)
    if follows in ("that", ",", ":", "out", "") or not _is_free_or_end(line, place + 1):
        return True
    # `..., he related on Thursday`: the time of telling may follow.
    is_dated = follows in cues.time_tails and is_voice(line, source)
    if (follows in ENDS or is_dated) and _stands_last(line, source):
        return True
    return lemma in cues.weak_report_verbs and is_voice(line, source)


def _lacks_partner(line: Line, place: int) -> bool:
    """Tell whether `put` stands without the `at` that makes it report."""
    partner = line.words.cues.paired_verbs.get(line.tokens[place].lemma)
    behind = (line.lower(i) for i in range(place + 1, place + PAIR_REACH))
    return partner is not None and partner not in behind


def _stands_last(line: Line, source: Span) -> bool:
    """Tell whether a voice follows what it says: after a comma or a quote."""
    before = [t for t in line.tokens if t.span.end <= source.start]
    return bool(before) and (
        before[-1].text == "," or before[-1].text in noun_phrases.MARKS
    )


def _stands_first(line: Line, source: Span) -> bool:
    """Tell whether a voice with a determiner opens a sentence."""
    sources = line.words.sources
    owners = sources.possessives | sources.definite | sources.indefinite
    return source.start == line.tokens[0].span.start and line.lower(0) in owners


def _is_free_or_end(line: Line, place: int) -> bool:
    return place >= len(line.tokens) or line.is_free(place)


def is_voice(line: Line, source: Span) -> bool:
    """Tell whether the head of a phrase is somebody, a document or a body."""
    words = line.words.sources
    inside = [t for t in line.tokens if source.holds(t.span)]
    head = head_of(inside, words)
    cited = cited_words(words)
    is_named = head.pos == "PROPN" or head.lower in voice_pronouns(words)
    if is_named or head.lemma in cited or head.lower in cited:
        return True
    return is_one_of(inside, words)


def is_one_of(inside: Sequence[Token], words: SourceWords) -> bool:
    """Tell whether words are `one of the officials`, `two of its clerks`."""
    if inside[0].lower not in words.ordinals or len(inside) < 3:
        return False
    return inside[1].lower == "of" and head_of(inside[2:], words).lemma in words.persons


def is_body(line: Line, source: Span) -> bool:
    """Tell whether the head of a phrase is a body, a document or an abbreviation."""
    words = line.words.sources
    head = head_of([t for t in line.tokens if source.holds(t.span)], words)
    cited = cited_things(words)
    is_short_name = len(head.text) > 1 and head.text.isupper()
    return is_short_name or head.lemma in cited or head.lower in cited


def _holds_verb(line: Line, source: Span) -> bool:
    """Tell whether a supposed subject is a clause (`police took the men` found)."""
    inside = [t for t in line.tokens if source.holds(t.span)]
    relative = any(t.lower in line.words.cues.relatives for t in inside)
    verbs = [t for t in inside if t.pos == "VERB" and not t.lower.endswith("ing")]
    behind_noun = [t for t in verbs if t.lower.endswith("ed")]
    return len(verbs) > len(behind_noun) and not relative


def _is_name(line: Line, source: Span) -> bool:
    inside = [t for t in line.tokens if source.holds(t.span)]
    return noun_phrases.opens_with_name(inside, line.words) and (
        head_of(inside, line.words.sources).pos == "PROPN"
    )
