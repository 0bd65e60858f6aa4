"""What must hold for the list of what became of each told element."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources

from tumen.codebook.coverage import Coverage, CoveredElement, Handling
from tumen.codebook.schema import Arrow, Box, Codebook, MoneyStep
from tumen.codebook.world import WorldRules

SOURCE = resources.files("tumen")
MODULES = ("read", "extract", "corroborate", "protect", "world")
"""Folders whose modules handle pages, real or invented."""
MOST_WORDS = 8


def find_coverage_trouble(
    coverage: Coverage, codebook: Codebook, rules: WorldRules
) -> tuple[str, ...]:
    """Return what is wrong with a coverage, in words; empty when all is well."""
    carriers = carriers_of(codebook, rules)
    return (
        *_once("element", ids_of(coverage), (e.id for e in coverage.element)),
        *_once(
            "part",
            (p.code for p in parts_of(codebook)),
            (p.code for p in coverage.part),
        ),
        *(
            f"element {element.id}: {text}"
            for element in coverage.element
            for text in _element(element, carriers)
        ),
    )


def parts_of(codebook: Codebook) -> tuple[Box | Arrow | MoneyStep, ...]:
    """Return every box, arrow and money step, arrows that no screen draws included."""
    return (*codebook.boxes, *codebook.arrows, *codebook.undrawn, *codebook.money)


def carriers_of(codebook: Codebook, rules: WorldRules) -> Mapping[str, Handling | None]:
    """Return every code an element may name, and which handling it bears out.

    A box, arrow or step that the world leaves empty bears out none.
    """
    named: dict[str, Handling | None] = {
        **dict.fromkeys(codebook.elements, Handling.CLAIM),
        **dict.fromkeys(_world_names(rules), Handling.MECHANISM),
    }
    filled = {*rules.roles.values(), *rules.ways.values()}
    filled |= {b.within for b in codebook.boxes if b.within and b.code in filled}
    filled |= {step.code for step in codebook.money if step.pay}
    for part in parts_of(codebook):
        named[part.code] = Handling.MECHANISM if part.code in filled else None
    return named


def _world_names(rules: WorldRules) -> Iterator[str]:
    yield from (f"rule:{rule.name}" for rule in rules.rules)
    yield from (f"policy:{policy.name}" for policy in rules.policies)
    yield from (f"condition:{condition.element}" for condition in rules.conditions)
    yield from (f"trade:{trade.name}" for trade in rules.trades)


def ids_of(coverage: Coverage) -> Iterator[str]:
    """Yield the id of every element that the texts have."""
    for text in coverage.text:
        yield from (f"{text.code}-{n:02d}" for n in range(1, text.elements + 1))


def _once(what: str, expected: Iterable[str], found: Iterable[str]) -> Iterator[str]:
    wanted, counts = set(expected), Counter(found)
    yield from (f"{what} {code} is missing" for code in sorted(wanted - set(counts)))
    yield from (f"there is no {what} {code}" for code in sorted(set(counts) - wanted))
    yield from (
        f"{what} {code} is written twice" for code, n in counts.items() if n > 1
    )


def _element(
    element: CoveredElement, carriers: Mapping[str, Handling | None]
) -> Iterator[str]:
    borne_out: set[Handling | None] = set()
    for ref in element.refs:
        if ref in carriers:
            borne_out.add(carriers[ref])
        elif _is_module(ref):
            borne_out.add(Handling.DOCUMENT)
        else:
            yield f"there is no {ref!r}"
    for handling in element.handled:
        if handling is not Handling.NOT_MODELLED and handling not in borne_out:
            yield f"nothing it names is a {handling}"
    yield from _words(element)


def _is_module(ref: str) -> bool:
    folder, *inner = ref.split("/")
    if folder not in MODULES or not inner or not all(map(str.isidentifier, inner)):
        return False
    return SOURCE.joinpath(folder, *inner[:-1], f"{inner[-1]}.py").is_file()


def _words(element: CoveredElement) -> Iterator[str]:
    handled = element.handled
    left_out = Handling.NOT_MODELLED in handled
    if len(element.title.split()) > MOST_WORDS:
        yield f"its title has more than {MOST_WORDS} words"
    if Handling.MECHANISM in handled and left_out:
        yield "it cannot be a mechanism and not modelled"
    if set(handled) <= {Handling.CLAIM}:
        yield "say whether the world does it: mechanism, or not modelled"
    if left_out != bool(element.reason):
        yield "a reason belongs to what is not modelled, and only to that"
    if element.limit and Handling.MECHANISM not in handled:
        yield "a limit belongs to a mechanism"
