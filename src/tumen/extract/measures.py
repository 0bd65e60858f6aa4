"""What a number measures, from its unit and the verb that governs it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tumen.codebook.schema import Element
from tumen.codebook.words_voices import VoiceWords
from tumen.extract.amounts import Quantity
from tumen.extract.analysis import Analysis
from tumen.extract.figure_clause import VERBAL, Surroundings
from tumen.records.amount import Measure

COUNTED = frozenset({Measure.STOCK, Measure.FLOW, Measure.COUNT, Measure.NONE})
HELPS = 3
"""A helping verb stands at most so many tokens before its verb."""

EITHER, LIKELIEST = "measure.either", "measure.likeliest"
LEARNED = "measure.learned"
"""Of several measures that the weights find possible; one alone is no doubt."""
BY_CLASS = (
    ("momentary", Measure.COUNT),
    ("eventive", Measure.FLOW),
    ("stative", Measure.STOCK),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A measure, the others that the words allow, and the verb that decided."""

    measure: Measure
    others: tuple[Measure, ...]
    rule: str
    confidence: float

    @property
    def is_either(self) -> bool:
        """True when a stock reads as a flow as well, or the other way round."""
        both = {Measure.STOCK, Measure.FLOW} <= {self.measure, *self.others}
        return both and self.rule in (EITHER, LIKELIEST, LEARNED)


BY_KIND = {
    "money": frozenset({Measure.MONEY}),
    "time": frozenset({Measure.DURATION, Measure.RATE}),
    "distance": frozenset({Measure.NONE}),
    "percent": frozenset({Measure.SHARE}),
}
SHARES = ("share", "share_words")


def possible_measures(quantity: Quantity) -> frozenset[Measure]:
    """Return the measures that a number can have by its form and unit."""
    if quantity.form == "age":
        return frozenset({Measure.NONE})
    if quantity.form in SHARES:
        return BY_KIND["percent"]
    is_money = quantity.kind == "money"
    if quantity.per and not is_money:
        return frozenset({Measure.RATE})
    return BY_KIND.get(quantity.kind or "", COUNTED)


def read_measure(
    analysis: Analysis,
    around: Surroundings,
    element: Element,
    possible: frozenset[Measure],
    words: VoiceWords,
) -> Reading:
    """Return the measure that the governing verb gives, within what is possible."""
    allowed = [Measure(m) for m in element.measures if Measure(m) in possible]
    if len(allowed) == 1:
        return Reading(allowed[0], (), "measure.only", 0.9)
    for place in verbs_by_nearness(analysis, around):
        lemma = analysis.tokens[place].lemma
        if lemma in words.verb_classes["either"]:
            return Reading(allowed[0], tuple(allowed[1:]), EITHER, 0.6)
        for name, measure in BY_CLASS:
            if lemma in words.verb_classes[name] and measure in allowed:
                others = tuple(m for m in allowed if m is not measure)
                return Reading(measure, others, f"measure.{name}", 0.75)
    return Reading(allowed[0], tuple(allowed[1:]), LIKELIEST, 0.6)


def verbs_by_nearness(analysis: Analysis, around: Surroundings) -> Sequence[int]:
    """Return the verbs of the clause, the one behind the number first.

    A helping verb gives way to the verb it helps (`were repatriated`).
    """
    tokens = analysis.tokens
    lead = around.lead
    above = range(lead.first, lead.last) if lead else ()
    verbs = [i for i in (*above, *around.zone) if tokens[i].pos in VERBAL]
    full = [
        i
        for i in verbs
        if tokens[i].pos != "AUX"
        or not any(tokens[j].pos == "VERB" for j in verbs if i < j <= i + HELPS)
    ]
    return sorted(full, key=lambda i: (i < around.first, abs(i - around.first)))
