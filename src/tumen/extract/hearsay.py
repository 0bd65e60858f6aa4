"""Who told whom: `X said he was told by Y that`, `X has learned from Y that`."""

from collections.abc import Iterator
from dataclasses import replace

from tumen.extract import noun_phrases
from tumen.extract.analysis import Analysis
from tumen.extract.outlets import outlet_of
from tumen.extract.phrases import find_phrases
from tumen.extract.register import Register
from tumen.extract.reporting import is_voice
from tumen.extract.sightings import Line, Sighting
from tumen.extract.source_phrase import Phrase
from tumen.extract.voices import TOLD, Cue, Speech, is_body
from tumen.records.span import Span


def find_told(line: Line) -> Iterator[Sighting]:
    """Yield `X was told by Y that ...` and `..., X has learned from Y.`

    X, whom the sentence cites for nothing else, is its source, and Y its origin.
    """
    for first, end in find_phrases(line.tokens, line.words.cues.told_by):
        teller = noun_phrases.after(line.tokens, end, line.words)
        listener = noun_phrases.before(line.tokens, first, line.words)
        if teller is None or listener is None or not line.is_free(first):
            continue
        if not _listens(line, listener):
            continue
        follows = _behind(line, teller)
        trails = not follows and _stands_behind(line, listener)
        if trails or follows[:1] == ["that"] or follows[:2] == [",", "that"]:
            yield Sighting(
                first=first,
                end=end,
                source=listener,
                origin=teller,
                rule=TOLD,
                trails=trails,
            )


def _listens(line: Line, listener: Span) -> bool:
    """Tell whether the words before `was told by` are somebody, `we` and `I` included."""
    inside = [t.lower for t in line.tokens if listener.holds(t.span)]
    own = line.words.sources.own_pronouns
    return is_voice(line, listener) or (len(inside) == 1 and inside[0] in own)


def _behind(line: Line, teller: Span) -> list[str]:
    """Return the words behind a voice, without the mark that ends the sentence."""
    words = [t.lower for t in line.tokens if t.span.start >= teller.end]
    return words[:-1] if words[-1:] and words[-1] in ".!?…" else words


def _stands_behind(line: Line, listener: Span) -> bool:
    """Tell whether what somebody was told stands before him (`40 left, we learned`)."""
    before = [t.text for t in line.tokens if t.span.end <= listener.start]
    return bool(before) and (before[-1] == "," or before[-1] in noun_phrases.MARKS)


def told_speeches(cue: Cue, told: Span, register: Register) -> tuple[Speech, ...]:
    """Return the speeches of a cue of `find_told`: the teller's and the listener's.

    Who asks for the page, and an outlet, hand on what they were told first hand.
    """
    if cue.source is None:
        return ()
    phrase = Phrase.read(register.analysis, cue.source, register.words)
    if _asks_for_page(phrase):
        return _first_hand(cue, told, register, None)
    listener = register.resolve(cue.source)
    outlet = outlet_of(cue.source, register.analysis, register.known, register.words)
    if (
        outlet is None
        and listener is not None
        and phrase.head.lower in phrase.words.media
    ):
        # `The newspaper` stands for one that was named, or for the page.
        outlet = listener.voice.name if listener.voice.name != phrase.name else None
        return _first_hand(cue, told, register, outlet)
    if outlet is not None or listener is None:
        return _first_hand(cue, told, register, outlet)
    return hearsay(Speech(cue=cue, profile=listener), told, register)


def _asks_for_page(phrase: Phrase) -> bool:
    """Tell whether `we`, `I` or `reporters` were told."""
    listeners = phrase.words.own_listeners
    return phrase.tokens[0].lower in phrase.words.own_pronouns or (
        phrase.head.lemma in listeners
    )


def _first_hand(
    cue: Cue, told: Span, register: Register, outlet: str | None
) -> tuple[Speech, ...]:
    teller = register.resolve(told)
    if teller is None:
        return ()
    cue = replace(
        cue, source=told, origin=None, scope=_told_scope(cue, told, register.analysis)
    )
    return (Speech(cue=cue, profile=teller, via=outlet),)


def hearsay(speech: Speech, told: Span, register: Register) -> tuple[Speech, ...]:
    """Give what follows `told by X` to X, and the rest to the one who was told.

    What a body was told (`the committee was informed by X`) is no hearsay for that.
    """
    listener, cue = speech.profile, speech.cue
    origin = register.resolve(told)
    if origin is None:
        return (speech,)
    register.roll.cite(listener)
    heard = _told_scope(cue, told, register.analysis)
    own = tuple(scope for scope in cue.scope if scope not in heard)
    is_official = cue.rule == TOLD and is_body(listener)
    voice = origin.voice if is_official else replace(origin.voice, first_hand=False)
    return (
        replace(speech, cue=replace(cue, scope=own)),
        replace(
            speech,
            cue=replace(cue, scope=heard, source=told),
            profile=replace(origin, voice=voice),
            relayers=(listener.voice.name, *speech.relayers),
        ),
    )


def _told_scope(cue: Cue, told: Span, analysis: Analysis) -> tuple[Span, ...]:
    """Return what a voice was told: what follows the teller, else what stands before."""
    heard = tuple(scope for scope in cue.scope if scope.start >= told.end)
    says = any(c.isalnum() for scope in heard for c in scope.quote(analysis.text))
    if says or cue.rule != TOLD:
        return heard
    return tuple(scope for scope in cue.scope if scope not in heard)
