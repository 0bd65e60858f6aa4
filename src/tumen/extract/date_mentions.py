"""The times of a page, with what stands around each."""

from dataclasses import dataclass

from tumen.codebook.words_statements import StatementWords
from tumen.extract.analysis import Analysis
from tumen.extract.attribution import link_at
from tumen.extract.figure_clause import VERBAL
from tumen.extract.figure_dates import PageTimes
from tumen.extract.frame import Frame
from tumen.extract.present import is_present
from tumen.extract.quotes import is_speech, quote_around
from tumen.extract.times import TimeMention
from tumen.extract.voice_page import voices_of

OWN_VOICE = -1
"""Stands for the page itself among the numbers of voices."""
PART, PAST = "part", "past"
UNTIMED = ("ing", "to", PART)
NAMING = ("NOUN", "PROPN")
DESCRIBING = ("acl", "amod", "relcl")
REACH = 3
"""Tokens before a verb among which its helping verbs are looked for."""
NEAR = 25
"""Characters behind words of attribution in which a time may still belong to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A time of the page and where it stands.

    Args:
        sentence: number of its sentence.
        token: index of its first token.
        cited: how it stands to words of attribution: `source`, `behind`, `ahead`,
            or empty.
        is_report: True when the rules take it for the day of the words alone.
        voice: number of the voice whose words it stands in, `OWN_VOICE` for the page.
        quote: start of the quotation around it, None outside of one.
        head: base form of the noun or verb it hangs on, empty when unknown.
        verb: index of the verb it belongs to, None when there is none.
        tense: of that verb.
        number: first token of the number that alone it dates, else None.
    """

    mention: TimeMention
    sentence: int
    token: int
    cited: str
    is_report: bool
    voice: int
    quote: int | None
    head: str
    verb: int | None
    tense: str
    number: int | None


def place_times(times: PageTimes) -> tuple[Placed, ...]:
    """Return the times of a page with what stands around each."""
    return tuple(_placed(times, mention) for mention in times.mentions)


def _placed(times: PageTimes, mention: TimeMention) -> Placed:
    frame = times.frame
    analysis = frame.analysis
    tokens = analysis.tokens_in(mention.span)
    # A time glued to the word before begins inside a token: that one holds it.
    first = tokens.start if tokens else max(0, tokens.start - 1)
    last = max(first, tokens.stop - 1)
    verb = verb_of(analysis, last)
    return Placed(
        mention=mention,
        sentence=analysis.sentence_index(mention.span.start),
        token=first,
        cited=_cited(frame, mention),
        is_report=times.is_report(mention),
        voice=voice_at(frame, mention),
        quote=quote_start(frame, mention.span.start),
        head=_head(analysis, first, last),
        verb=verb,
        tense=tense_of(analysis, verb, frame.language.statements),
        number=times.number_of(mention),
    )


def voice_at(frame: Frame, mention: TimeMention) -> int:
    """Return the number of the voice that the rules tie to the words of a time."""
    speech = link_at(frame, mention.span).speech
    return speech.profile.number if speech else OWN_VOICE


def quote_start(frame: Frame, place: int) -> int | None:
    """Return where the spoken quotation around a place begins, None outside."""
    quote = quote_around(frame.quotes, place)
    return quote.start if quote and is_speech(quote) else None


def verb_of(analysis: Analysis, place: int) -> int | None:
    """Return the verb that a token hangs on, or the nearest one in its sentence."""
    if analysis.parsed:
        above = (place, *analysis.ancestors(place))
        return next((i for i in above if analysis.tokens[i].pos in VERBAL), None)
    sentence = analysis.sentence_at(analysis.tokens[place].span.start)
    verbs = [
        i
        for i in range(sentence.first, sentence.last)
        if analysis.tokens[i].pos in VERBAL
    ]
    return min(verbs, key=lambda i: abs(i - place), default=None)


def tense_of(analysis: Analysis, verb: int | None, words: StatementWords) -> str:
    """Return the time that a helping verb tells, else `past` or `now`.

    `ing`, `to` and `part` of a verb without a time of its own are followed by that
    of the verb above: `to>past`.

    Args:
        words: helping verbs by the time they tell, and endings of the present.
    """
    if verb is None:
        return "none"
    tense = _tense(analysis, verb, words)
    above = _verb_described(analysis, verb) if tense == PAST else None
    if above is not None:
        return f"{PART}>{_tense(analysis, above, words)}"
    if tense not in UNTIMED or not analysis.parsed:
        return tense
    verbs = (i for i in analysis.ancestors(verb) if analysis.tokens[i].pos in VERBAL)
    upper = next(verbs, None)
    return f"{tense}>{_tense(analysis, upper, words) if upper is not None else 'none'}"


def _verb_described(analysis: Analysis, verb: int) -> int | None:
    """Return the verb in front of a comma that one without a subject goes on with.

    `There are 40 men, mostly employed at mills`: the men are there now.
    """
    first = analysis.sentence_at(analysis.tokens[verb].span.start).first
    at = verb - 1
    while at > first and analysis.tokens[at].pos == "ADV":
        at -= 1
    if at <= first or analysis.tokens[at].text != ",":
        return None
    if analysis.tokens[at - 1].pos not in NAMING:
        return None  # `They came, worked and left` tells of three deeds.
    before = (i for i in range(at - 1, first - 1, -1))
    return next((i for i in before if analysis.tokens[i].pos in VERBAL), None)


def _tense(analysis: Analysis, verb: int, words: StatementWords) -> str:
    token = analysis.tokens[verb]
    told = {token.lower, *_helpers(analysis, verb)}
    for name, helpers in words.tenses.items():
        if told & helpers:
            return name
    if token.lower.endswith("ing"):
        return "ing"
    if is_present(token, words):
        return "now"
    return PART if token.dep in DESCRIBING else PAST


def _helpers(analysis: Analysis, verb: int) -> list[str]:
    if analysis.parsed:
        children = (analysis.tokens[i] for i in analysis.children(verb))
        return [t.lower for t in children if t.dep.startswith("aux")]
    return [t.lower for t in analysis.tokens[max(0, verb - REACH) : verb]]


def _head(analysis: Analysis, first: int, last: int) -> str:
    """Return what a time hangs on: outside of its own words, no preposition."""
    if not analysis.parsed:
        before = analysis.tokens[first - 1] if first else None
        return before.lemma if before and before.pos == "NOUN" else ""
    for above in analysis.ancestors(last):
        token = analysis.tokens[above]
        if not first <= above <= last and token.pos in (*VERBAL, "NOUN"):
            return token.lemma
    return ""


def _cited(frame: Frame, mention: TimeMention) -> str:
    """Return how a time stands to the words of attribution in its sentence."""
    index = frame.analysis.sentence_index(mention.span.start)
    found = ""
    for speech in voices_of(frame).cited_at.get(index, ()):
        cue = speech.cue
        if cue.source and cue.source.holds(mention.span):
            return "source"
        ends = [cue.anchor.end, *([cue.source.end] if cue.source else [])]
        if 0 <= mention.span.start - max(ends) <= NEAR:
            found = "behind"
        elif cue.anchor.start - mention.span.end in range(NEAR):
            found = found or "ahead"
    return found
