"""A release and a codebook of an invented system, written out by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from tumen.codebook import schema
from tumen.codebook.load import load_codebook
from tumen.publish.world_months import Months, read_months
from tumen.records.release import (
    Cleared,
    Release,
    ReleasedBox,
    ReleasedClaim,
    ReleasedConditional,
    ReleasedDocument,
    ReleasedEstimate,
    ReleasedGroup,
    ReleasedLineage,
    ReleasedProjection,
    ReleasedPull,
    Withheld,
)
from tumen.records.world import World, WorldEvent, WorldTable

TODAY = date(2026, 6, 1)


def cleared(text: str) -> Cleared:
    # Tests stand in for protect; a `str` is what it hands on.
    return cast("Cleared", text)


def label(code: str, name: str, measure: str = "stock") -> schema.Element:
    return schema.Element(
        code=code,
        kinds=("figure",),
        label=name,
        definition="",
        measures=(measure,),
        examples=(),
        counter_examples=(),
    )


@pytest.fixture(scope="session")
def codebook() -> schema.Codebook:
    box, arrow = schema.Box, schema.Arrow

    def make(
        code: str, name: str, column: int, row: int, within: str | None = None
    ) -> schema.Box:
        return box(
            code=code,
            label=name,
            definition="What it means.",
            column=column,
            row=row,
            within=within,
        )

    def way(code: str, name: str, source: str, target: str) -> schema.Arrow:
        return arrow(code=code, label=name, definition="", source=source, target=target)

    return schema.Codebook(
        name="far-labour",
        version="1",
        title="Workers in Farland",
        home="HX",
        hosts=("FL",),
        terms={},
        outlets=(),
        institutions=(),
        places=(),
        populations=(),
        calendar=(),
        tables=(),
        questions=(),
        languages={},
        elements={
            "people.present": label("people.present", "Present"),
            "people.visa_issued": label("people.visa_issued", "Visas issued"),
            "cond.wage_net": label("cond.wage_net", "Pay kept", "money"),
        },
        boxes=(
            make("H", "Home", 0, 0),
            make("H2", "Chosen", 0, 1),
            make("P", "Present", 1, 0),
            make("Pw", "Work visa", 1, 0, "P"),
            make("Ps", "Student visa", 1, 1, "P"),
            make("M", "Soldiers", 1, 4),
            make("F", "In hiding", 2, 0),
            make("R", "Returned", 0, 5),
            make("D", "Dead", 2, 5),
        ),
        arrows=(
            way("A1", "sent", "H2", "P"),
            way("A2", "chosen", "H", "H2"),
            way("A3", "home", "P", "R"),
            way("A4", "dies", "P", "D"),
            way("A5", "flight", "P", "F"),
            way("A6", "back", "F", "P"),
            way("A7", "switch", "Pw", "Ps"),
            way("A8", "far", "F", "R"),
            way("A9", "?", "F", "X"),
        ),
        money=(
            schema.MoneyStep(code="M1", label="Employer pays", definition="", column=0),
            schema.MoneyStep(code="M2", label="Kept", definition="", column=1),
        ),
    )


@pytest.fixture(scope="session")
def make_claim() -> Callable[..., ReleasedClaim]:
    def build(name: str = "c1", **slots: object) -> ReleasedClaim:
        base = ReleasedClaim(
            id=cleared(name),
            doc=cleared("open.html"),
            start=0,
            end=9,
            quote=cleared("about 3,000 builders"),
            kind="figure",
            element="people.present",
            measure="stock",
            low=None,
            best=3000.0,
            high=None,
            unit="persons",
            qualifier="about",
            as_of_start=date(2024, 1, 1),
            as_of_end=date(2024, 12, 31),
            place=cleared("Farland"),
            iso="FL",
            population=cleared("builders"),
            speaker=cleared("Harbour Ministry"),
            speaker_kind="institution",
            via=None,
            chain=(),
            hedge="asserted",
            flags=(),
            confidence=0.9,
            inherited=(),
            alternatives={},
            rule="r",
            found_by=cleared("rules"),
            auto=True,
            status="proposed",
        )
        return replace(base, **slots)  # type: ignore[arg-type]  # slots by name

    return build


@pytest.fixture(scope="session")
def make_estimate() -> Callable[..., ReleasedEstimate]:
    def build(year: int = 2024, **slots: object) -> ReleasedEstimate:
        base = ReleasedEstimate(
            element="people.present",
            measure="stock",
            unit="persons",
            population=cleared("builders"),
            place=cleared("Farland"),
            iso="FL",
            date=date(year, 12, 31),
            q05=3000,
            q25=3000,
            q50=5000,
            q75=9000,
            q95=9000,
            engine="envelope",
            carried_from=None,
            comparators={},
            lineages=(cleared("Harbour Ministry"),),
            claims=(cleared("c1"), cleared("c3")),
            excluded=(),
        )
        return replace(base, **slots)  # type: ignore[arg-type]  # slots by name

    return build


PRIOR = {"q05": 1000.0, "q25": 4000.0, "q50": 9000.0, "q75": 20000.0, "q95": 80000.0}
SHARED = cleared("A bias that all sources share is invisible to this estimate.")


def side(origin: str, against: str, middle: float) -> ReleasedConditional:
    return ReleasedConditional(
        origin=cleared(origin),
        claims=(cleared("c1"),),
        against=cleared(against),
        q05=middle / 2,
        q25=middle * 0.8,
        q50=middle,
        q75=middle * 1.2,
        q95=middle * 2,
    )


UNION, HARBOUR = "Union of Builders", "Harbour Ministry"
SIDES = (side(UNION, HARBOUR, 14023.0), side(HARBOUR, UNION, 2801.0))


@pytest.fixture(scope="session")
def make_band(
    make_estimate: Callable[..., ReleasedEstimate],
) -> Callable[..., ReleasedEstimate]:
    """Answers of the model: one band."""

    def build(year: int = 2024, **slots: object) -> ReleasedEstimate:
        base = make_estimate(
            year,
            engine="model",
            verdict="band",
            evidence=0.79,
            q05=4412.7,
            q25=6013.2,
            q50=7190.4,
            q75=8650.0,
            q95=11390.1,
            prior=PRIOR,
            pulls=(
                ReleasedPull("house", cleared("official"), 1.28, ()),
                ReleasedPull(
                    "origin", cleared(UNION), 0.8, (cleared("c3"), cleared("c1"))
                ),
            ),
            notes=(SHARED, cleared("Counted otherwise before 2019.")),
        )
        return replace(base, **slots)  # type: ignore[arg-type]  # slots by name

    return build


NOTHING = dict.fromkeys(("q05", "q25", "q50", "q75", "q95"))


@pytest.fixture(scope="session")
def make_split(
    make_band: Callable[..., ReleasedEstimate],
) -> Callable[..., ReleasedEstimate]:
    """Answers of the model: two conditional estimates."""

    def build(year: int = 2024, **slots: object) -> ReleasedEstimate:
        two = {**NOTHING, "verdict": "conditional", "conditionals": SIDES}
        return make_band(year, **{**two, **slots})

    return build


@pytest.fixture(scope="session")
def make_untold(
    make_estimate: Callable[..., ReleasedEstimate],
) -> Callable[..., ReleasedEstimate]:
    """Rows where the model gives no estimate and origins stand alone."""

    def build(year: int = 2024, **slots: object) -> ReleasedEstimate:
        base = make_estimate(
            year,
            verdict="none",
            why="1 independent origin within 24 months; 2 are needed",
            evidence=0.46,
            prior=PRIOR,
            notes=(SHARED,),
        )
        return replace(base, **slots)  # type: ignore[arg-type]  # slots by name

    return build


@pytest.fixture(scope="session")
def make_projection() -> Callable[..., ReleasedProjection]:
    def build(year: int = 1, **slots: object) -> ReleasedProjection:
        base = ReleasedProjection(
            scenario="recall",
            label="all recalled",
            measure="unmet need",
            year=year,
            first=date(2025 + year, 2, 1),
            last=date(2026 + year, 1, 31),
            unit="persons/year",
            q05=20.0,
            q25=60.0,
            q50=104.0,
            q75=190.0,
            q95=520.0,
        )
        return replace(base, **slots)  # type: ignore[arg-type]  # slots by name

    return build


@pytest.fixture(scope="session")
def modelled(
    release: Release,
    make_band: Callable[..., ReleasedEstimate],
    make_split: Callable[..., ReleasedEstimate],
    make_untold: Callable[..., ReleasedEstimate],
    make_box: Callable[..., ReleasedBox],
) -> Release:
    """The same release with a model: two bands, a year without, a conflict."""
    boxes = {
        "P": make_box(verdict="band", low=4412.7, best=7190.4, high=11390.1),
        "Pw": make_box(
            "Pw", verdict="conditional", low=None, best=None, high=None,
            conditionals=SIDES,
        ),
        "A1": make_box(
            "A1", verdict="conditional", low=None, best=None, high=None,
            conditionals=SIDES,
        ),
    }  # fmt: skip
    others = [box for box in release.boxes if box.code not in boxes]
    return replace(
        release,
        estimates=(
            make_band(2019),
            make_band(2020),
            make_untold(2021),
            make_band(2023),
            make_split(2024),
        ),
        boxes=(*boxes.values(), *others),
    )


@pytest.fixture(scope="session")
def make_box() -> Callable[..., ReleasedBox]:
    def build(code: str = "P", **slots: object) -> ReleasedBox:
        base = ReleasedBox(
            code=code,
            year=2024,
            low=3000.0,
            best=5000.0,
            high=9000.0,
            unit="persons",
            words=(),
            claims=(cleared("c1"), cleared("c2")),
            origins=2,
            carried_from=None,
        )
        return replace(base, **slots)  # type: ignore[arg-type]  # slots by name

    return build


@pytest.fixture(scope="session")
def release(
    make_claim: Callable[..., ReleasedClaim],
    make_estimate: Callable[..., ReleasedEstimate],
    make_box: Callable[..., ReleasedBox],
) -> Release:
    claims = (
        make_claim(),
        make_claim(
            "c2",
            doc=cleared("copy.html"),
            speaker=cleared("article"),
            speaker_kind="author",
        ),
        make_claim(
            "c3",
            best=None,
            low=9000.0,
            qualifier="over",
            as_of_start=date(2020, 1, 1),
            as_of_end=date(2020, 1, 31),
            speaker=cleared("Union <b>of</b> Builders"),
            via=cleared("Larch Gazette"),
            hedge="estimated",
            auto=False,
            status="accepted",
        ),
        make_claim(
            "c4", best=None, high=700.0, qualifier="up_to", quote=None, speaker=None
        ),
        make_claim("c5", best=None, low=4000.0, high=6000.0, qualifier="between"),
        make_claim("c6", element="people.visa_issued", best=40000.0, unit="visas"),
        make_claim("c7", best=None, qualifier="none", flags=("under_5",), quote=None),
        make_claim(
            "c8",
            doc=cleared("figures.csv"),
            found_by=cleared("table"),
            quote=cleared("2024,3000"),
        ),
    )
    page = ReleasedDocument(
        doc=cleared("open.html"),
        capture=None,
        title=None,
        original_outlet=None,
        host=None,
        published=None,
        updated=None,
        captured=None,
        language="en",
        authors=(),
        byline_quote=None,
        reprint_of=None,
        translated_from=None,
        regions=(),
        caption_dates=(),
        caption_conflicts=(),
        mask=(),
        sources_independent=None,
        is_relevant=True,
    )
    group = ReleasedGroup(
        group=cleared("g1"),
        element="people.present",
        measure="stock",
        population=None,
        place=cleared("Farland"),
        iso="FL",
        as_of_start=date(2024, 1, 1),
        as_of_end=date(2024, 12, 31),
        grade=2,
        lineages=(
            ReleasedLineage(
                cleared("Harbour Ministry"),
                (cleared("c1"),),
                ({"id": cleared("c2"), "why": cleared("same words")},),
            ),
            ReleasedLineage(cleared("article"), (cleared("c4"), cleared("c5")), ()),
        ),
        relations=(
            {"a": "c1", "b": "c4", "kind": "contradicts"},
            {"a": "c1", "b": "c5", "kind": "agrees"},
            {"a": "c1", "b": "gone", "kind": "contradicts"},
        ),
    )
    excluded = ({"id": cleared("c6"), "reason": cleared("visas are not people")},)
    return Release(
        case=cleared("harbour"),
        codebook="far-labour",
        view="public",
        made_on=TODAY,
        head="0" * 64,
        versions={"code": "0.1.0"},
        claims=claims,
        documents=(
            page,
            replace(
                page,
                doc=cleared("figures.csv"),
                header=(cleared("year"), cleared("best")),
            ),
        ),
        origins=(group,),
        estimates=(
            make_estimate(2020),
            make_estimate(2024, excluded=excluded),
            make_estimate(2025, engine="carried", carried_from=date(2024, 12, 31)),
            make_estimate(2025, element="cond.wage_net", q05=None, q50=None, q95=None),
        ),
        boxes=(
            make_box(),
            make_box("F", low=None, best=None, high=None, words=(cleared("hundreds"),)),
            make_box("H2", claims=(), low=None, best=None, high=None, origins=0),
            make_box("R", carried_from=2019),
            make_box("D", withheld=("year_lag",)),
            make_box("A1"),
            make_box("A2"),
            make_box("M1", unit="USD/month"),
        ),
        counts={"pages": 1, "issues": 0},
        withheld=(
            Withheld("person_at_risk", "claims", 4),
            Withheld("new_rule", "claims", 1),
        ),
    )


def table(name: str, columns: str, rows: list[tuple[float, ...]]) -> WorldTable:
    return WorldTable(
        name=name,
        label=name,
        unit="persons",
        columns=tuple(columns.split()),
        rows=tuple(rows),
    )


MONTHS = range(14)


@pytest.fixture(scope="session")
def world() -> World:
    """Fourteen months from January 2017 in the codes of the built-in codebook."""
    boxes = "C0 C1 C2 C3w C3s C3t C3x C3m C4 C5 C6 C7 C8 C9 C10 C11 C12"
    ways = " ".join(f"T{number}" for number in range(1, 23))
    stock = (9000, 40, 30, 2000, 200, 100, 50, 7, 160, 3, 2, 5, 4, 1, 20, 400, 6)
    flow = (60, 50, 4, 3, 99, 5, 20, 1, 2, 1, 0, 1, 1, 0, 0, 0, 0, 15, 1, 0, 99, 2)
    pay = (1_500_000.0, 300_000.0, 825_000.0, 75_000.0, 300_000.0, 60_000.0, 2000.0)
    return World(
        codebook="dprk-labour",
        version="0.1.0",
        scenario="as-it-was",
        label="as it was <in & around>",
        seed=7,
        people=sum(stock),
        first=date(2017, 1, 1),
        tables={
            "stocks": table(
                "stocks", boxes, [(*stock[:3], 2000 + m, *stock[4:]) for m in MONTHS]
            ),
            "flows": table("flows", ways, [flow for _ in MONTHS]),
            "money": table(
                "money",
                "employer firm state debt kept unpaid workers_paid",
                [(0.0,) * 7, *(pay for _ in MONTHS[1:])],
            ),
        },
        sites=(),
        events=(
            WorldEvent(
                number=0,
                month=8,
                day=1,
                element="policy.work_permit_ban",
                policy="permit_ban",
                outcome="begins",
            ),
            WorldEvent(
                number=1, month=8, day=2, element="event.raid", region="R1", count=9
            ),
            WorldEvent(
                number=2, month=8, day=3, element="event.raid", region="R2", count=20
            ),
            WorldEvent(
                number=3,
                month=8,
                day=4,
                element="event.escape",
                way="T9",
                region="R1",
                count=1,
            ),
            WorldEvent(number=4, month=8, day=5, element="event.new", outcome="odd"),
        ),
        policies={"permit_ban": (8, 13), "own_order": (2, 5), "early": (-3, 1)},
        policy_labels={"permit_ban": "no new work permits"},
    )


@pytest.fixture(scope="session")
def real_codebook() -> schema.Codebook:
    return load_codebook("dprk-labour")


@pytest.fixture(scope="session")
def months(world: World, real_codebook: schema.Codebook) -> Months:
    return read_months(world, real_codebook)
