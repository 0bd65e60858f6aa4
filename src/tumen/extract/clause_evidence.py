"""What speaks for each kind and each element that a clause may state."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from tumen.extract.clause_features import ClauseAt, PageClauses, clause_features
from tumen.extract.element_words import ElementWords, words_of_elements
from tumen.extract.ranking import Crossed, Evidence, present
from tumen.extract.statement_matches import parts_of
from tumen.extract.statement_rules import Found, named_kind, tools_of
from tumen.extract.statement_words import Word, keys_of
from tumen.records.claim import Kind

NOTHING = "none"
"""Stands for a clause that states nothing the codebook knows."""
STATED = (Kind.EVENT, Kind.CONDITION, Kind.POLICY)
MOST = 25
"""Elements that are looked at for one clause."""
SAYING, FULLY = 5.0, 2.0
"""Weight of words that counts as 1, and the most that is counted."""
FAR = 3
"""Greater distances from the statement before are not told apart."""
FEW = 3
"""A clause of fewer words counts as one of so many."""
LEXICAL = ("w:", "p:", "s:", "o:", "pp:", "class:", "figure:", "form:", "help:")
"""Beginnings of the features that tell elements of a kind apart."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What the clause before stated, and the index of its sentence."""

    code: str
    number: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen, and what speaks for each."""

    names: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """All that a clause says for the elements of a codebook, by code.

    Args:
        features: of the clause itself.
        by_rules: what the rules find in it.
        parts: largest part of a cue that its words may fit.
        cued, told: weight of its words by the cues of each element, and by the words
            that a codebook lists as telling of it.
        by_kind: the elements that any of these names, in no order.
    """

    at: ClauseAt
    features: tuple[str, ...]
    by_rules: Mapping[str, Found]
    parts: Mapping[str, float]
    cued: Mapping[str, float]
    told: Mapping[str, float]
    by_kind: Mapping[Kind, Sequence[str]]

    def said(self, code: str) -> float:
        """Return what all words together say for an element."""
        return self.cued.get(code, 0.0) + self.told.get(code, 0.0)

    def codes(self, kind: Kind) -> tuple[str, ...]:
        """Return the elements of a kind that anything speaks for, the best first."""
        own = self.by_kind.get(kind, ())
        return tuple(sorted(own, key=lambda code: (-self.said(code), code)))


def hear(page: PageClauses, at: ClauseAt, by_rules: Mapping[str, Found]) -> Heard:
    """Return all that a clause says for the elements of its codebook."""
    codebook = page.frame.codebook
    reach = at.clause.extent | at.clause.borrowed
    keys = keys_of(word for word in at.row if word.token in reach)
    of_cues, of_told = words_of_elements(codebook)
    known = codebook.elements
    fitting = parts_of(tools_of(codebook)[1], keys)
    parts = {code: part for code, part in fitting.items() if code in known}
    tokens = page.frame.analysis.tokens
    telling = [
        word
        for word in at.row
        if word.token in at.clause.extent and tokens[word.token].pos != "PROPN"
    ]
    cued, told = _weights(telling, of_cues), _weights(telling, of_told)
    by_kind: defaultdict[Kind, list[str]] = defaultdict(list)
    for code in {*by_rules, *parts, *cued, *told}:
        by_kind[named_kind(code)].append(code)
    return Heard(
        at=at,
        features=clause_features(page, at),
        by_rules=by_rules,
        parts=parts,
        cued=cued,
        told=told,
        by_kind=by_kind,
    )


def _weights(telling: Sequence[Word], words: ElementWords) -> Mapping[str, float]:
    """Return what words together say for each element that any of them names."""
    said: defaultdict[str, float] = defaultdict(float)
    for word in telling:
        for code, weight in words.of(word).items():
            said[code] += weight
    return said


def kind_choices(heard: Heard) -> Choices:
    """Return the kinds of statement and `none`, the last, with what speaks for each."""
    size = max(FEW, sum(f.startswith("w:") for f in heard.features))
    evidence = [_of_kind(heard, kind, size) for kind in STATED]
    own = present((NOTHING,))
    if not any(found.is_real for found in heard.by_rules.values()):
        own[f"{NOTHING}|uncued"] = 1.0
    nothing = Crossed(NOTHING, heard.features, own)
    return Choices((*STATED, NOTHING), (*evidence, nothing))


def _of_kind(heard: Heard, kind: Kind, size: int) -> Evidence:
    """Return what speaks for a kind in a clause of so many words."""
    found = present(_cued(heard, kind))
    part, weights = _most(heard, heard.by_kind.get(kind, ()))
    found[f"{kind}|part:{round(4 * part)}"] = 1.0
    weights["density"] = SAYING * weights["told"] / size
    for name, weight in weights.items():
        found[name] = found[f"{kind}|{name}"] = _measured(weight)
    return Crossed(kind, heard.features, found)


def _most(heard: Heard, codes: Sequence[str]) -> tuple[float, dict[str, float]]:
    """Return the largest part of a cue that fits, and the most that words say."""
    cued, told, parts = heard.cued, heard.told, heard.parts
    fitting = [code for code in codes if code in parts]
    telling = [code for code in codes if code in told]
    most_cued = max(map(cued.get, codes, repeat(0.0)), default=0.0)
    best, second = (*sorted((told[c] for c in telling), reverse=True), 0.0, 0.0)[:2]
    weights = {
        "cued": most_cued,
        "told": best,
        "second": second,
        "said": max((most_cued, *(heard.said(code) for code in telling))),
        "cued-part": max((cued.get(c, 0.0) * parts[c] for c in fitting), default=0.0),
    }
    return max((parts[code] for code in fitting), default=0.0), weights


def _cued(heard: Heard, kind: Kind) -> Iterator[str]:
    own = [f for code, f in heard.by_rules.items() if named_kind(code) is kind]
    real = [found for found in own if found.is_real]
    yield str(kind)
    if real:
        yield "cue"
        yield f"{kind}|cue"
        beside = "figure" if "figure:all" in heard.features else "alone"
        yield f"cue/{beside}"
        yield f"{kind}|cue/{beside}"
    elif own:
        yield f"{kind}|unreal"
    for found in real:
        yield f"cue:{found.element}"
        yield from (f"cue:{flag}" for flag in found.flags)


def _measured(weight: float) -> float:
    return round(min(FULLY, weight / SAYING), 3)


def element_choices(heard: Heard, kind: Kind, before: Stated | None) -> Choices:
    """Return the elements of a kind that a clause may state; none when it says nothing.

    Args:
        before: what was stated last: accounts and lists go on.
    """
    ranked = dict.fromkeys((*sorted(heard.by_rules), *heard.codes(kind)[:MOST]))
    if before is not None:
        ranked[before.code] = None
    codes = tuple(code for code in ranked if named_kind(code) is kind)
    lexical = tuple(f for f in heard.features if f.startswith(LEXICAL))
    best = max((heard.said(code) for code in codes), default=0.0)
    evidence = []
    for code in codes:
        found = present(_of_code(heard, code, before))
        weights = {
            "cued": heard.cued.get(code, 0.0),
            "told": heard.told.get(code, 0.0),
            "behind": best - heard.said(code),
        }
        found |= {name: _measured(weight) for name, weight in weights.items()}
        evidence.append(Crossed(code, lexical, found))
    return Choices(codes, tuple(evidence))


def _of_code(heard: Heard, code: str, before: Stated | None) -> Iterator[str]:
    yield code
    found = heard.by_rules.get(code)
    if found is not None:
        yield "cue:real" if found.is_real else "cue:unreal"
        yield f"cue:{code}"
    yield f"part:{round(4 * heard.parts.get(code, 0.0))}"
    if before is not None and code == before.code:
        yield f"again:{min(FAR, heard.at.number - before.number)}"
        yield f"again:{code}"
