"""What must fit together in the rules of an invented press."""

import re
from collections.abc import Iterator

from tumen.codebook.press import (
    GROUPS,
    SPANS,
    TIMES,
    PressFact,
    PressRules,
    PressSentence,
    PressVoice,
)
from tumen.codebook.schema import Codebook

RULE = re.compile(r"<([^<>]+)>")
SLOT = re.compile(r"\{([^{}]+)\}")
MARK = re.compile(r"«(\w*):")
INVENTED = "Invented"
SPOKEN_WITHOUT = frozenset({"habit", "now"})
"""Times that a sentence may leave out: the present tense says them."""
SUBJECTS = ("nation", "region", "site", "event", "none")
SLOTS = frozenset(
    {
        "amount",
        "craft",
        "crafts",
        "destination",
        "helper",
        "home",
        "host",
        "region",
        "site",
        "village",
        "when",
    }
)
"""Slots of sentences beside the signs; `amount`, signs and `when` may name a fact."""


def find_press_trouble(rules: PressRules, codebook: Codebook) -> tuple[str, ...]:
    """Return what is wrong with rules, in words; empty when all is well."""
    return (
        *(text for fact in rules.facts for text in _fact(fact, rules, codebook)),
        *_series(rules, codebook),
        *(text for voice in rules.voices for text in _voice(voice, rules)),
        *_sentences(rules),
        *_undated(rules),
        *_grammar(rules),
        *_pages(rules),
        *_layouts(rules),
    )


def _fact(fact: PressFact, rules: PressRules, codebook: Codebook) -> Iterator[str]:
    element = codebook.elements.get(fact.element)
    if element is None:
        yield f"fact {fact.name}: there is no element {fact.element!r}"
        return
    is_figure = fact.kind == "figure"
    wrong = {
        f"kind {fact.kind!r}": fact.kind in element.kinds,
        f"measure {fact.measure!r}": not is_figure or fact.measure in element.measures,
        f"unit {fact.unit!r}": not is_figure or element.allows(fact.unit),
    }
    for what, is_known in wrong.items():
        if not is_known:
            yield f"fact {fact.name}: {fact.element} has no {what}"
    yield from _names(fact, rules, codebook)


def _names(fact: PressFact, rules: PressRules, codebook: Codebook) -> Iterator[str]:
    where = f"fact {fact.name}"
    if fact.population is not None and fact.population not in populations(codebook):
        yield f"{where}: there is no population {fact.population!r}"
    if fact.span not in SPANS:
        yield f"{where}: {fact.span!r} is no span"
    yield from (
        f"{where}: {name!r} is no time" for name in fact.times if name not in TIMES
    )
    if fact.series and fact.series not in {series.code for series in rules.series}:
        yield f"{where}: there is no series {fact.series!r}"
    told = {sentence.fact for sentence in rules.sentences} | _told(rules)
    if not {fact.words or fact.name, fact.name} & told:
        yield f"{where}: no sentence tells it"


def populations(codebook: Codebook) -> frozenset[str]:
    """Return the names of populations: those with words, and those of the model."""
    named = {population.name for population in codebook.populations}
    if codebook.model is None:
        return frozenset(named)
    observed = {name for o in codebook.model.observables for name in o.populations}
    answered = {a.population for a in codebook.model.answers if a.population}
    return frozenset(named | observed | answered)


def _told(rules: PressRules) -> set[str]:
    """Return the facts that the sentences of others tell."""
    return {name for s in rules.sentences for name in MARK.findall(s.text) if name}


def _series(rules: PressRules, codebook: Codebook) -> Iterator[str]:
    codes = {box.code for box in codebook.boxes} | {a.code for a in codebook.arrows}
    places = {place.name for place in codebook.places}
    for series in rules.series:
        if series.code not in codes:
            yield f"series {series.code}: there is no such box or arrow"
        if series.element not in codebook.elements:
            yield f"series {series.code}: there is no element {series.element!r}"
        if series.place not in places:
            yield f"series {series.code}: there is no place {series.place!r}"
    told = (rules.places.host, rules.places.home, rules.places.destination)
    yield from (f"there is no place {name!r}" for name in told if name not in places)


def _voice(voice: PressVoice, rules: PressRules) -> Iterator[str]:
    known = {fact.name for fact in rules.facts}
    for name, weight in voice.facts.items():
        if name not in known:
            yield f"voice {voice.name}: there is no fact {name!r}"
        if weight <= 0:
            yield f"voice {voice.name}: the weight of {name} must be above 0"
    for place in ("first", "next"):
        if not any(
            frame.place == place
            and voice.kind in frame.kinds
            and frame.relayed == (voice.relay is not None)
            and (voice.estimates or frame.hedge != "estimated")
            for frame in rules.frames
        ):
            yield f"voice {voice.name}: no frame for its {place} sentence"
    if not voice.forms or not voice.again:
        yield f"voice {voice.name}: needs forms and again"


def _sentences(rules: PressRules) -> Iterator[str]:
    known = {fact.name for fact in rules.facts}
    for sentence in rules.sentences:
        where = f"sentence of {sentence.fact}: {sentence.text!r}"
        yield from (f"{where}: {text}" for text in _sentence(sentence, rules, known))


def _sentence(
    sentence: PressSentence, rules: PressRules, known: set[str]
) -> Iterator[str]:
    text, allowed = sentence.text, SLOTS | rules.signs.keys()
    named = {sentence.fact, *MARK.findall(text)} - {""}
    slots = [slot.partition(":")[::2] for slot in SLOT.findall(text)]
    named |= {other for _, other in slots if other}
    yield from (f"there is no fact {name!r}" for name in sorted(named - known))
    yield from (
        f"there is no slot {what!r}" for what, _ in slots if what not in allowed
    )
    if text.count("«") != text.count("»") or "«" not in text:
        yield "it needs a mark that opens and closes"
    known_times = {*TIMES, *GROUPS}
    yield from (f"{n!r} is no time" for n in sentence.times if n not in known_times)


def _undated(rules: PressRules) -> Iterator[str]:
    """Yield sentences that leave out when, though their label will have a date."""
    for sentence in rules.sentences:
        served = [f for f in rules.facts if (f.words or f.name) == sentence.fact]
        listed = sentence.times or tuple(n for f in served for n in f.times)
        times = {name for entry in listed for name in GROUPS.get(entry, (entry,))}
        is_event = any(fact.span == "event" for fact in served)
        if "{when}" not in sentence.text and not is_event and times - SPOKEN_WITHOUT:
            yield f"sentence of {sentence.fact}: {sentence.text!r}: needs {{when}}"


def _grammar(rules: PressRules) -> Iterator[str]:
    texts = [
        *(sentence.text for sentence in rules.sentences),
        *(frame.text for frame in rules.frames),
        *(text for plan in rules.plans for text in plan.headlines),
        *(text for voice in rules.voices for text in (*voice.forms, *voice.again)),
        *(text for options in rules.grammar.values() for text in options),
    ]
    for text in texts:
        for name in RULE.findall(text):
            if name not in rules.grammar:
                yield f"{text!r}: there is no rule {name!r}"
        for opens, closes in (("[", "]"), ("<", ">"), ("{", "}")):
            if text.count(opens) != text.count(closes):
                yield f"{text!r}: {opens} and {closes} do not fit"
    yield from (f"the rule {name} goes round in a circle" for name in _circles(rules))
    for text in rules.grammar.get("invented", ("",)):
        if INVENTED not in text:
            yield f"{text!r}: the line must hold the word {INVENTED}"


def _circles(rules: PressRules) -> Iterator[str]:
    uses = {
        name: {used for text in options for used in RULE.findall(text)}
        for name, options in rules.grammar.items()
    }
    for name in uses:
        reached, edge = set(), set(uses[name])
        while edge:
            reached |= edge
            edge = {n for used in edge for n in uses.get(used, set())} - reached
        if name in reached:
            yield name


def _pages(rules: PressRules) -> Iterator[str]:
    voices = {voice.name for voice in rules.voices}
    facts = {fact.name for fact in rules.facts}
    for plan in rules.plans:
        unknown = {*plan.voices, *plan.seconds} - voices
        unknown |= set(plan.background) - facts
        unknown |= {*plan.fillers, *plan.openings} - rules.grammar.keys()
        unknown |= {plan.subject} - {*SUBJECTS}
        for name in sorted(unknown):
            yield f"plan {plan.name}: there is no {name!r}"
    if not any(plan.subject == "none" for plan in rules.plans):
        yield "one plan must have the subject none"


def _layouts(rules: PressRules) -> Iterator[str]:
    layouts = {layout.name for layout in rules.layouts}
    for layout in rules.layouts:
        parts = {part.part for part in layout.parts if part.chance >= 1}
        if not {"invented", "body", "headline"} <= parts:
            yield f"layout {layout.name}: headline, body and invented must always stand"
        if "copyright" not in {part.part for part in layout.parts}:
            yield f"layout {layout.name}: needs a copyright line"
    for outlet in rules.outlets:
        if not outlet.site.endswith(".example"):
            yield f"outlet {outlet.name}: its site must end in .example"
        for name in sorted(set(outlet.layouts) - layouts):
            yield f"outlet {outlet.name}: there is no layout {name!r}"
