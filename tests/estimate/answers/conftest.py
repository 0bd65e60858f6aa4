"""Small cases of invented figures, weighed by the built-in model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.model import Model
from tumen.codebook.schema import Codebook
from tumen.estimate.answers.verdicts import Judge
from tumen.estimate.answers.weighing import Weighing, weigh
from tumen.estimate.engine.system import Floats
from tumen.records.claim import Claim
from tumen.records.estimate import Weighed
from tumen.records.group import Group
from tumen.records.reviewed import ReviewedClaim

TODAY = date(2020, 12, 31)
YEAR = 2015


@dataclass(frozen=True)
class Said:
    """What one origin says, printed so many times."""

    origin: str
    value: float | tuple[float, float] | None
    slots: Mapping[str, object]
    times: int = 1


@dataclass(frozen=True)
class Case:
    """Claims and groups as the earlier stages hand them on."""

    groups: tuple[Group, ...]
    reviewed: tuple[ReviewedClaim, ...]


Make = Callable[..., Case]
Weigh = Callable[..., Weighing]


def said(
    origin: str,
    value: float | tuple[float, float] | None,
    *,
    times: int = 1,
    slots: Mapping[str, object] | None = None,
    **more: object,
) -> Said:
    """Say a figure about the end of 2015, unless the slots say otherwise."""
    december = {"first": f"{YEAR}-12-01", "last": f"{YEAR}-12-31"}
    return Said(origin, value, {**december, **(slots or {}), **more}, times)


def target_of(weighing: Weighing, code: str = "C3", year: int = YEAR) -> int:
    """Return the number of an answer in a year."""
    listed = weighing.targets.listed
    return next(n for n in weighing.targets.of(code) if listed[n].date.year == year)


def median_of(weighing: Weighing, code: str = "C3", year: int = YEAR) -> float:
    """Return the median of an answer in a year."""
    return float(weighing.quantiles[2, target_of(weighing, code, year)])


def band_of(weighing: Weighing, code: str = "C3", year: int = YEAR) -> Floats:
    """Return the five quantiles of an answer in a year."""
    band: Floats = weighing.quantiles[:, target_of(weighing, code, year)]
    return band


def weighed_of(weighing: Weighing, code: str = "C3", year: int = YEAR) -> Weighed:
    """Return what the model says about an answer in a year."""
    return Judge(weighing).weighed(target_of(weighing, code, year))


@pytest.fixture(scope="session")
def real() -> Codebook:
    return load_codebook("dprk-labour")


@pytest.fixture(scope="session")
def model(real: Codebook) -> Model:
    assert real.model is not None
    return real.model


@pytest.fixture(scope="session")
def make(claim: Callable[..., Claim], group: Callable[..., Group]) -> Make:
    def build(*figures: Said) -> Case:
        groups, claims = [], []
        for number, figure in enumerate(figures):
            printed = [
                claim(figure.value, at=number * 50 + copy * 9000, **figure.slots)
                for copy in range(figure.times)
            ]
            claims += printed
            groups.append(group(figure.origin, *printed))
        return Case(tuple(groups), tuple(map(ReviewedClaim, claims)))

    return build


@pytest.fixture(scope="session")
def weigh_said(make: Make, real: Codebook, model: Model) -> Weigh:
    def run(*figures: Said, today: date = TODAY, **options: object) -> Weighing:
        case = make(*figures)
        found = weigh(
            case.groups,
            case.reviewed,
            real,
            model,
            today=today,
            **options,  # type: ignore[arg-type]  # options of weigh, passed on
        )
        assert found is not None
        return found

    return run


FOUR: Sequence[Said] = (
    said("A", 30000),
    said("B", 28000),
    said("C", 33000),
    said("D", 31000),
)
"""Four origins that agree."""


@pytest.fixture(scope="session")
def agreed(weigh_said: Weigh) -> Weighing:
    return weigh_said(*FOUR)


@pytest.fixture(scope="session")
def torn(weigh_said: Weigh) -> Weighing:
    """Two origins of which only one can be right."""
    return weigh_said(said("High House", 30000), said("Low House", 3000))
