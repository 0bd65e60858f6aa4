"""Printed talks: who says a paragraph that begins with a name and a colon."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from tumen.codebook.words_voices import SourceWords, VoiceWords
from tumen.extract.analysis import Analysis
from tumen.extract.quotes import OPENING, find_quotes, quote_around
from tumen.extract.register import Register
from tumen.extract.source_phrase import is_abbreviation
from tumen.extract.talk_guests import Talk, Turn, guest_of, interviewed
from tumen.extract.talk_labels import Label, find_labels
from tumen.extract.voices import LABELLED, Cue, Profile, Speech
from tumen.records.span import Span

FEWEST = 2
"""One name and a colon is a heading; two are a talk."""
FEWEST_SINGLE = 4
"""Labels after which it is plain that each turn is one paragraph."""
FEWEST_QUESTIONS, LONGEST_QUESTION = 3, 30
"""Questions of an interview without labels, and words of one."""


def find_turns(analysis: Analysis, words: VoiceWords) -> tuple[Turn, ...]:
    """Return the turns of a printed talk; a paragraph without a label goes on.

    A page with fewer than two labels is no talk and gives none. Where every turn is
    one paragraph, what follows the last one is the page's own.
    """
    text, sources = analysis.text, words.sources
    labels = find_labels(text, analysis.paragraphs, sources)
    if sum(label is not None for label in labels) < FEWEST:
        return ()
    turns: list[Turn] = []
    label: Label | None = None
    played_in: Label | None = None
    for window, found in zip(analysis.paragraphs, labels, strict=True):
        if found is not None:
            played_in = label if found.is_clip and not _is_clip(label) else played_in
            label = found
        elif (
            label is not None
            and _is_clip(label)
            and _is_over(label, turns, window, text)
        ):
            label = played_in
        elif _is_hosts(window.quote(text), label, text, sources):
            label = None
        start = found.end if found is not None else window.start
        if label is not None and start < window.end:
            turns.append(Turn(label, Span(start, window.end)))
    return _without_end(turns)


def _is_clip(label: Label | None) -> bool:
    return label is not None and label.is_clip


def _is_hosts(
    paragraph: str, label: Label | None, text: str, sources: SourceWords
) -> bool:
    """Tell whether a paragraph without a label is a note, or the question behind `A:`."""
    answers = label is not None and label.name.quote(text) in sources.answer_labels
    is_note = paragraph.lower().startswith(sources.editors_notes)
    return is_note or (answers and _is_question(paragraph))


def _is_over(label: Label, turns: Sequence[Turn], window: Span, text: str) -> bool:
    """Tell whether a recording was played before a paragraph: its quote is closed."""
    is_played = bool(turns) and turns[-1].mark is label
    return is_played and text[window.start] not in OPENING


def _without_end(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Leave out what follows the last turn where each turn is one paragraph."""
    sizes = [len(list(group)) for _, group in groupby(turns, attrgetter("label"))]
    is_single = len(sizes) >= FEWEST_SINGLE and max(sizes[:-1]) == 1
    return tuple(turns[: len(turns) - sizes[-1] + 1] if is_single else turns)


def find_answers(analysis: Analysis) -> tuple[Span, ...]:
    """Return the paragraphs that answer the questions of an interview without labels.

    A page asks when paragraphs end with a question mark and others follow them; one
    with fewer than three such questions is no interview and gives none.
    """
    windows = analysis.paragraphs
    asks = [_is_question(window.quote(analysis.text)) for window in windows]
    asked = [
        place for place, (ask, other) in enumerate(pairwise(asks)) if ask and not other
    ]
    if len(asked) < FEWEST_QUESTIONS:
        return ()
    return tuple(
        window
        for window, ask in zip(windows[asked[0] :], asks[asked[0] :], strict=True)
        if not ask
    )


def _is_question(paragraph: str) -> bool:
    words = paragraph.strip()
    return words.endswith("?") and len(words.split()) <= LONGEST_QUESTION


def make_talk(
    analysis: Analysis,
    register: Register,
    words: VoiceWords,
    mentions: Sequence[Speech] = (),
) -> Talk:
    """Return the printed talk of a page; one without turns where there is none.

    Args:
        mentions: whom the page names, with the place: a voice without a name is one
            of them. It may grow while the page is read.
    """
    turns = find_turns(analysis, words)
    askers = _askers(analysis, turns)
    return Talk(analysis, register, words.sources, mentions, turns, askers)


def find_turn_speeches(talk: Talk) -> Iterator[Speech]:
    """Yield a speech for each turn of a guest; the host speaks for the page."""
    analysis, sources = talk.analysis, talk.sources
    asked = False
    for turn in talk.turns:
        label = turn.label.quote(analysis.text)
        asked = asked or label in sources.question_labels
        asked = asked or _follows_question(analysis, turn)
        if label in sources.answer_labels and not asked:
            # `A.` before any `Q.` is a letter of a list.
            continue
        guest = guest_of(talk, turn.mark)
        if guest is not None:
            yield _speech(analysis, turn.label, turn.said, guest)
    if not talk.turns:
        yield from _unlabelled(analysis, talk.register)


def _follows_question(analysis: Analysis, turn: Turn) -> bool:
    """Tell whether the paragraph above a turn asks something."""
    above = [p for p in analysis.paragraphs if p.end <= turn.label.start]
    return bool(above) and _is_question(above[-1].quote(analysis.text))


def heard_before(talk: Talk) -> dict[int, Label]:
    """Return who was heard just before a sentence, by its index: `he added` may follow.

    Only who speaks but once: the others of a talk are asked again.
    """
    text, analysis = talk.analysis.text, talk.analysis
    times = Counter(
        mark.name.quote(text) for mark, _ in groupby(talk.turns, attrgetter("mark"))
    )
    last = {turn.mark.name: turn for turn in talk.turns}
    return {
        analysis.sentence_index(turn.said.end - 1) + 1: turn.mark
        for turn in last.values()
        if times[turn.label.quote(text)] == 1
    }


def _askers(analysis: Analysis, turns: Sequence[Turn]) -> frozenset[str]:
    """Return the labels of those who ask: at least half of three turns or more."""
    asks: dict[str, list[bool]] = {}
    for label, group in groupby(turns, attrgetter("label")):
        said = list(group)[-1].said.quote(analysis.text)
        asks.setdefault(label.quote(analysis.text), []).append(said.endswith("?"))
    return frozenset(
        label
        for label, each in asks.items()
        if len(each) >= FEWEST_QUESTIONS and 2 * sum(each) >= len(each)
    )


def _unlabelled(analysis: Analysis, register: Register) -> Iterator[Speech]:
    """Yield the answers of an interview without labels, for the one named before."""
    answers = find_answers(analysis)
    if not answers or not _is_interview(analysis, answers, register.words.sources):
        return
    guest = interviewed(register, answers[0].start)
    if guest is None:
        return
    named = _first_named(analysis, guest.voice.name)
    for answer in answers:
        yield _speech(analysis, named, answer, guest)


def _first_named(analysis: Analysis, name: str) -> Span:
    """Return where a page names somebody first: in its body if it does there."""
    text = analysis.text
    starts = (text.find(name, p.start, p.end) for p in analysis.paragraphs)
    at = next((start for start in starts if start >= 0), text.find(name))
    return Span(at, at + len(name))


def _is_interview(
    analysis: Analysis, answers: tuple[Span, ...], sources: SourceWords
) -> bool:
    """Tell an interview from a page that answers its own questions.

    Somebody speaks of himself in an answer, quotes aside, or the lines before tell
    of a talk (`spoke with us`, `we talked`).
    """
    quotes = find_quotes(analysis.text, analysis.paragraphs)
    lead = Span(0, answers[0].start)
    spoken = [t for t in analysis.tokens if quote_around(quotes, t.span.start) is None]
    tells = any(
        token.lower in sources.host_pronouns and not is_abbreviation(token)
        for token in spoken
        if lead.holds(token.span)
    )
    return tells or any(
        token.lower in sources.guest_pronouns
        for token in spoken
        if any(answer.holds(token.span) for answer in answers)
    )


def _speech(analysis: Analysis, label: Span, said: Span, guest: Profile) -> Speech:
    cue = Cue(
        sentence=analysis.sentence_index(said.start),
        anchor=label,
        source=None,
        scope=(said,),
        rule=LABELLED,
    )
    return Speech(cue=cue, profile=guest)
