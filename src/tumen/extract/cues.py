"""Words of attribution in one sentence, before anybody knows whose they are."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tumen.codebook.words_voices import VoiceWords
from tumen.extract import noun_phrases
from tumen.extract.analysis import Analysis
from tumen.extract.cue_phrases import find_cue_phrases, hedge_of, told_by
from tumen.extract.hearsay import find_told
from tumen.extract.quotes import quote_around
from tumen.extract.reporting import (
    SUBJECT,
    closes_quote,
    governs_clause,
    is_body,
    is_taken_for_noun,
    is_voice,
    lemma_of,
    may_report,
    may_say,
    said_by,
)
from tumen.extract.sightings import Line, Sighting, anchor, with_scopes
from tumen.extract.voices import ADDING, COUNTED, Cue
from tumen.records.span import Span


def find_cues(
    analysis: Analysis, index: int, quotes: Sequence[Span], words: VoiceWords
) -> tuple[Cue, ...]:
    """Return the cues of a sentence with the words each of them vouches for.

    Args:
        quotes: what is spoken in quotation marks; see `spoken_quotes`.
    """
    sentence = analysis.sentences[index]
    tokens = analysis.words(sentence)
    quoted = [quote_around(quotes, t.span.start) is not None for t in tokens]
    line = Line(tokens, quoted, words, sentence.first, analysis.parsed)
    sightings = [
        *find_cue_phrases(line),
        *_quoting(line),
        *_report_verbs(line),
        *_counting(line),
    ]
    merged = _merge(_without_nested(sightings, line), line)
    if not merged:
        merged = [*find_told(line), *_adding(line)][:1]
    if not merged:
        return ()
    return tuple(
        Cue(
            sentence=index,
            anchor=anchor(line, s),
            source=s.source,
            scope=scope,
            hedge=s.hedge,
            via=s.via,
            origin=s.origin,
            relay=s.relay,
            rule=s.rule,
        )
        for s, scope in with_scopes(merged, sentence.span, line)
    )


def _quoting(line: Line) -> Iterator[Sighting]:
    """Yield `X quoted Y as saying`: Y is the voice, X hands it on."""
    for place, token in enumerate(line.tokens):
        if token.lemma not in line.words.cues.quoting_verbs or not line.is_free(place):
            continue
        source = noun_phrases.after(line.tokens, place + 1, line.words)
        relay = noun_phrases.before(line.tokens, place, line.words)
        follows = next(
            (t for t in line.tokens if source and t.span.start >= source.end), None
        )
        if source and relay and follows and follows.lower == "as":
            yield Sighting(
                first=place,
                end=place + 1,
                source=source,
                relay=relay,
                rule="voice.quoting",
                trails=_trails(line, place),
            )


def _counting(line: Line) -> Iterator[Sighting]:
    """Yield `the ministry registered 900`: the body vouches for its own count."""
    for place, token in enumerate(line.tokens):
        counts = token.lemma in line.words.cues.counting_verbs
        if not counts or not line.is_free(place) or not _is_verb(line, place):
            continue
        if _is_passive(line, place) or not _number_follows(line, place):
            continue
        source = said_by(line, place)
        if source is not None and (is_body(line, source) or _is_it(line, source)):
            yield Sighting(first=place, end=place + 1, source=source, rule=COUNTED)


def _is_it(line: Line, source: Span) -> bool:
    """Tell `it registered 900`, after the ministry was named."""
    inside = [t.lower for t in line.tokens if source.holds(t.span)]
    pronouns = line.words.sources.thing_pronouns
    return len(inside) == 1 and inside[0] in pronouns


def _number_follows(line: Line, place: int) -> bool:
    rest = line.tokens[place + 1 : place + 6]
    return any(token.text[0].isdigit() or token.pos == "NUM" for token in rest)


def _report_verbs(line: Line) -> Iterator[Sighting]:
    cues = line.words.cues
    for place, token in enumerate(line.tokens):
        if not line.is_free(place) or not _is_verb(line, place):
            continue
        hedge = cues.report_verbs.get(lemma_of(line, token))
        listed = hedge is not None
        spoken = not listed and closes_quote(line, place)
        says = listed or spoken or governs_clause(line, place)
        if not says or _is_negated(line, place):
            continue
        found = (
            _passive(line, place)
            if _is_passive(line, place)
            else _active(line, place, listed=listed or spoken)
        )
        if found:
            yield replace(found, hedge=hedge_of(hedge or ""))


def _adding(line: Line) -> Iterator[Sighting]:
    """Yield `The mill sent the men home, saying that ...`: the mill says it."""
    for place, token in enumerate(line.tokens):
        says = token.lower.endswith("ing") and line.lower(place - 1) == ","
        if not says or token.pos != "VERB" or not line.is_free(place):
            continue
        if token.lemma not in line.words.cues.report_verbs or _trails(line, place):
            continue
        source = _subject_before(line, place)
        if source is not None and is_voice(line, source):
            yield Sighting(first=place, end=place + 1, source=source, rule=ADDING)


def _subject_before(line: Line, place: int) -> Span | None:
    """Return who does what the sentence says before a place."""
    verb = next(
        (i for i in range(1, place) if line.tokens[i].pos in noun_phrases.FINITE), None
    )
    return said_by(line, verb) if verb is not None else None


def _is_negated(line: Line, place: int) -> bool:
    negations = line.words.cues.negations
    return line.lower(place - 1) in negations or (
        line.lower(place - 2) in negations and line.tokens[place - 1].pos == "ADV"
    )


def _is_verb(line: Line, place: int) -> bool:
    token, last = line.tokens[place], line.tokens[place - 1] if place else None
    if token.pos not in ("VERB", "AUX", "X"):
        return is_taken_for_noun(line, place)
    if last is None:
        return False
    if token.lower.endswith("ing"):
        return last.lemma == "be"
    after_word = last.pos in ("DET", "ADJ", "ADP", "PART") or last.lower == "to"
    return not (after_word and last.lower not in line.words.cues.bridges)


def _is_passive(line: Line, place: int) -> bool:
    token, back = line.tokens[place], place - 1
    while back >= 0 and line.tokens[back].pos == "ADV":
        back -= 1
    is_participle = token.lower != token.lemma and not token.lower.endswith(
        ("ing", "s")
    )
    channels = line.words.cues.channels
    by_follows = line.lower(place + 1) == "by" and line.lower(place + 2) not in channels
    return is_participle and (
        (back >= 0 and line.tokens[back].lemma in ("be", "get")) or by_follows
    )


def _passive(line: Line, place: int) -> Sighting | None:
    by = place + 1
    if line.lower(by) != "by" or _is_told_by(line, place):
        return None
    source = noun_phrases.after(line.tokens, by + 1, line.words)
    if source is None:
        return None
    return Sighting(
        first=place, end=by + 1, source=source, rule="voice.passive", trails=True
    )


def _is_told_by(line: Line, place: int) -> bool:
    pair = f"{line.lower(place)} {line.lower(place + 1)}"
    return pair in line.words.cues.told_by


def _active(line: Line, place: int, *, listed: bool) -> Sighting | None:
    if _is_inverted(line, place):
        source = noun_phrases.after(line.tokens, place + 1, line.words)
        if source is None or not (listed or is_voice(line, source)):
            return None
        return Sighting(
            first=place, end=place + 1, source=source, rule="voice.said_x", trails=True
        )
    source = said_by(line, place)
    if source is None:
        return None
    if not (
        may_report(line, place, source) if listed else may_say(line, place, source)
    ):
        return None
    via = None
    if line.tokens[place].lemma in line.words.cues.address_verbs:
        via = noun_phrases.after(line.tokens, place + 1, line.words)
    return Sighting(
        first=place,
        end=place + 1,
        source=source,
        via=via,
        rule="voice.x_said",
        trails=_trails(line, place),
    )


def _is_inverted(line: Line, place: int) -> bool:
    """Tell `, said X` from `X, a professor, said the workers are paid`."""
    is_told = line.tokens[place].lemma in line.words.cues.address_verbs
    if is_told or place == 0 or _has_subject(line, place):
        return False
    before, follows = line.lower(place - 1), place + 1
    if not (
        before == "," or before in noun_phrases.MARKS or not line.is_free(place - 1)
    ):
        return False
    if follows >= len(line.tokens) or line.tokens[follows].pos not in (
        "DET",
        "PROPN",
        "NOUN",
        "ADJ",
        "PRON",
        "NUM",
    ):
        return False
    if line.lower(follows) in line.words.cues.clause_starts or not line.is_free(
        follows
    ):
        return False
    # `The region admitted 900 workers`: a number in digits is what was admitted.
    if line.tokens[follows].text[0].isdigit() or _has_clause_after(line, place):
        return False
    source = noun_phrases.after(line.tokens, follows, line.words)
    # `X, a cook, said more`: only somebody can follow a comma and `said`.
    return before != "," or (
        source is not None and (is_voice(line, source) or _stands_alone(line, source))
    )


def _has_subject(line: Line, place: int) -> bool:
    """Tell whether the parser finds who says it before a clause in commas.

    `A cook, asked by us, described the yard`; but `The yard, says a cook, closed`, and
    `Nine left, four of them women, says a cook.` What is shown may stand last too: `The
    owner, Mr Example, shows a photograph.`
    """
    shows = line.tokens[place].lemma in line.words.cues.evidence_verbs
    if _voice_ends_it(line, place) and not shows:
        return False
    return any(
        subject < place and line.lower(i) == ","
        for subject in line.dependents(place, SUBJECT)
        for i in range(subject, place - 1)
    )


def _voice_ends_it(line: Line, place: int) -> bool:
    """Tell whether nothing but a voice stands between a verb and the full stop."""
    source = noun_phrases.after(line.tokens, place + 1, line.words)
    behind = (t for t in line.tokens if source and t.span.start >= source.end)
    closes = source is not None and next(behind, None) == line.tokens[-1]
    return (
        closes
        and source is not None
        and is_voice(line, source)
        and not _has_clause_after(line, place)
    )


def _stands_alone(line: Line, source: Span) -> bool:
    """Tell whether `the ...` and a mark are all that follows: `, says the decorator.`"""
    inside = [t for t in line.tokens if source.holds(t.span)]
    behind = next((t for t in line.tokens if t.span.start >= source.end), None)
    sources = line.words.sources
    opens = inside[0].lower in sources.definite | sources.indefinite
    ends = behind is None or behind.pos == "PUNCT"
    return opens and ends and inside[-1].pos == "NOUN"


def _has_clause_after(line: Line, place: int) -> bool:
    """Tell whether a finite verb follows before the clause of the verb ends."""
    for i in range(place + 1, len(line.tokens)):
        token = line.tokens[i]
        if token.text in ",.;:" or token.lower in line.words.cues.relatives:
            return False
        if not line.is_free(i):
            return False
        joined = line.lower(i - 1) == "-"
        if token.pos == "AUX" or (
            token.pos == "VERB" and not token.lower.endswith("ing") and not joined
        ):
            return True
    return False


def _trails(line: Line, place: int) -> bool:
    """Tell whether nothing is said after the verb."""
    rest = range(place + 1, len(line.tokens))
    return not any(
        not line.is_free(i)
        or line.tokens[i].pos in ("VERB", "AUX")
        or line.lower(i) in (":", "that")
        for i in rest
    )


def _without_nested(found: Sequence[Sighting], line: Line) -> list[Sighting]:
    """Drop cues whose verb stands inside the description of another voice."""
    kept: list[Sighting] = []
    for sighting in sorted(found, key=lambda s: (s.first, s.rule)):
        verb = anchor(line, sighting)
        others = [o for o in found if o is not sighting and o.source]
        inside = any(o.source is not None and o.source.holds(verb) for o in others)
        if not inside and not (kept and kept[-1].end > sighting.first):
            kept.append(sighting)
    return kept


def _merge(found: list[Sighting], line: Line) -> list[Sighting]:
    """Turn `X said ..., according to Y` and `Y said, citing X` into one cue each."""
    merged: list[Sighting] = []
    for sighting in found:
        last = merged[-1] if merged else None
        if last and last.rule == COUNTED and sighting.trails and sighting.source:
            # `The office granted none, X said`: X vouches for it.
            merged[-1] = sighting
        elif last and not last.trails and sighting.trails and sighting.source:
            merged[-1] = replace(last, relay=sighting.source)
        else:
            merged.append(sighting)
    cited = _cited(line)
    if cited and merged:
        first = merged[0]
        merged[0] = replace(
            first, source=cited, relay=first.source, rule="voice.citing"
        )
    heard = told_by(line)
    if heard and merged:
        merged[0] = replace(merged[0], origin=heard)
    return merged


def _cited(line: Line) -> Span | None:
    """Return the voice after `citing`, unless a quoted word or `that` follows."""
    for place, token in enumerate(line.tokens):
        follows = line.lower(place + 1)
        if token.lower in line.words.cues.citing and line.is_free(place):
            return (
                None
                if follows == "that"
                else noun_phrases.after(line.tokens, place + 1, line.words)
            )
    return None
