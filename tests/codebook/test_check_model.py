"""What does not fit together in a model is found and named."""

from pathlib import Path

import msgspec
import pytest

from tumen.codebook.check_model import find_trouble
from tumen.codebook.load import load_codebook, read_model
from tumen.codebook.model import Effect, Model, Need


@pytest.fixture(scope="module")
def model() -> Model:
    found = read_model(Path(__file__).parent / "invented_model.toml")
    assert found is not None
    return found


def spoil(model: Model, part: str, **change: object) -> Model:
    """Return a model whose first entry of a part is changed."""
    first, *others = getattr(model, part)
    spoilt = msgspec.structs.replace(first, **change)
    return msgspec.structs.replace(model, **{part: (spoilt, *others)})


def test_the_invented_model_has_no_trouble(model: Model) -> None:
    assert find_trouble(model) == ()


def test_the_built_in_model_has_no_trouble() -> None:
    built_in = load_codebook("dprk-labour").model
    assert built_in is not None
    assert find_trouble(built_in) == ()


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("compartments", "working"),
        ("rates", "arrivals"),
        ("flows", "sent_work"),
        ("observables", "officially"),
        ("houses", "agency"),
    ],
)
def test_what_is_defined_twice_is_named(model: Model, part: str, name: str) -> None:
    first, *others = getattr(model, part)
    twice = msgspec.structs.replace(model, **{part: (first, first, *others)})
    assert find_trouble(twice) == (f"{name!r} is defined twice",)


LOST = Effect(rate="lost", mean=0.0, sd=1.0)


@pytest.mark.parametrize(
    ("part", "change", "where"),
    [
        ("flows", {"source": "lost"}, "flow sent_work"),
        ("flows", {"target": "lost"}, "flow sent_work"),
        ("flows", {"rate": "lost"}, "flow sent_work"),
        ("interventions", {"effects": (LOST,)}, "ban"),
        ("scenarios", {"effects": (LOST,)}, "more"),
        ("scenarios", {"into": "lost"}, "scenario more"),
        ("observables", {"stock": ("lost",)}, "officially"),
        ("observables", {"of_stock": ("lost",)}, "officially"),
        ("observables", {"stock": (), "flow": ("lost",)}, "officially"),
        ("observables", {"houses": ("lost",)}, "officially"),
        ("breaks", {"observable": "lost"}, "recount"),
        ("breaks", {"houses": ("lost",)}, "recount"),
        ("records", {"observables": ("lost",)}, "register"),
        ("records", {"houses": ("lost",)}, "register"),
        ("parts", {"observables": ("lost",)}, "Far East"),
        ("disclosures", {"house": "lost"}, "disclosure"),
        ("answers", {"stock": ("lost",)}, "answer C3"),
        ("answers", {"stock": (), "flow": ("lost",)}, "answer C3"),
        ("incomes", {"answer": "lost"}, "income to the state"),
        ("incomes", {"factors": ("1-lost",)}, "income to the state"),
    ],
)
def test_a_name_that_is_not_defined_is_named_with_its_place(
    model: Model, part: str, change: dict[str, object], where: str
) -> None:
    (trouble,) = find_trouble(spoil(model, part, **change))
    assert trouble.startswith(f"{where}: 'lost' is not defined; known: ")


@pytest.mark.parametrize(
    "need",
    [
        Need(unprotected=("lost",), returned=("found",)),
        Need(unprotected=("hiding",), returned=("lost",)),
    ],
)
def test_a_need_asks_for_what_there_is(model: Model, need: Need) -> None:
    (trouble,) = find_trouble(msgspec.structs.replace(model, need=need))
    assert trouble.startswith("need: 'lost' is not defined")


def test_a_model_may_do_without_a_need(model: Model) -> None:
    assert find_trouble(msgspec.structs.replace(model, need=None)) == ()


def test_what_is_not_defined_names_what_there_is(model: Model) -> None:
    (trouble,) = find_trouble(spoil(model, "flows", target="lost"))
    assert trouble.endswith("known: hiding, returned, student, working")


def test_nobody_can_be_sent_outside(model: Model) -> None:
    trouble = find_trouble(spoil(model, "flows", target="outside"))
    assert "'outside' is not defined" in trouble[0]


def test_a_way_from_a_place_to_itself_is_named(model: Model) -> None:
    target = model.flows[0].target
    spoilt = spoil(model, "flows", source=target)
    assert find_trouble(spoilt) == (
        f"flow {model.flows[0].name}: leads from {target} to itself",
    )


@pytest.mark.parametrize(
    ("part", "change", "words"),
    [
        ("parts", {"median": 0.0}, "no share above 0"),
        ("parts", {"median": 2.0}, "no share above 0"),
        ("parts", {"log_sd": -1.0}, "must not be below 0"),
        ("observables", {"log_sd": -1.0}, "must not be below 0"),
        ("breaks", {"log_sd": -1.0}, "must not be below 0"),
        ("disclosures", {"low": 9.0}, "must be above 0"),
        ("words", {"qualifier": "vague_heaps"}, "is not defined"),
    ],
)
def test_a_number_or_word_that_cannot_be_is_named(
    model: Model, part: str, change: dict[str, object], words: str
) -> None:
    (trouble,) = find_trouble(spoil(model, part, **change))
    assert words in trouble


@pytest.mark.parametrize("month", ["2022", "2022-13", "2022-00", "2022-1", "May 2022"])
def test_a_first_month_that_is_none_is_named(model: Model, month: str) -> None:
    wrong = msgspec.structs.replace(model, first=month)
    assert find_trouble(wrong) == (f"model: {month!r} is no month; write 2019-09",)


@pytest.mark.parametrize(
    ("part", "change", "where"),
    [
        ("interventions", {"first": "spring"}, "ban"),
        ("interventions", {"last": "spring"}, "ban"),
        ("breaks", {"first": "spring"}, "recount"),
        ("observables", {"first": "spring"}, "officially"),
        ("observables", {"last": "spring"}, "officially"),
    ],
)
def test_a_month_that_is_none_is_named_with_its_entry(
    model: Model, part: str, change: dict[str, object], where: str
) -> None:
    troubles = find_trouble(spoil(model, part, **change))
    assert f"{where}: 'spring' is no month; write 2019-09" in troubles


def test_an_intervention_does_not_end_before_it_begins(model: Model) -> None:
    assert find_trouble(spoil(model, "interventions", last="2023-05")) == (
        "ban: ends in 2023-05, before it begins",
    )


def test_an_intervention_may_last_one_month(model: Model) -> None:
    assert find_trouble(spoil(model, "interventions", last="2023-06")) == ()


@pytest.mark.parametrize(
    ("part", "change", "trouble"),
    [
        ("rates", {"median": 0.0}, "rate arrivals: 0 must be above 0"),
        ("rates", {"median": float("inf")}, "rate arrivals: inf must be above 0"),
        ("rates", {"median": float("nan")}, "rate arrivals: nan must be above 0"),
        ("rates", {"half_life_years": 0.0}, "rate arrivals: 0 must be above 0"),
        ("rates", {"log_sd": -0.1}, "rate arrivals: -0.1 must not be below 0"),
        ("rates", {"drift_sd": -0.1}, "rate arrivals: -0.1 must not be below 0"),
        (
            "compartments",
            {"median": -1.0},
            "compartment working: -1 must not be below 0",
        ),
        (
            "compartments",
            {"log_sd": -1.0},
            "compartment working: -1 must not be below 0",
        ),
        ("houses", {"noise": 0.0}, "house agency: 0 must be above 0"),
        ("houses", {"bias_sd": 0.0}, "house agency: 0 must be above 0"),
        ("words", {"low": 0.0}, "word vague_hundreds: 0 must be above 0"),
        ("words", {"high": 150.0}, "word vague_hundreds: 0 must be above 0"),
        ("currencies", {"per_usd": {"2022": 0.0}}, "currency RUB: 0 must be above 0"),
    ],
)
def test_a_number_that_cannot_be_is_named(
    model: Model, part: str, change: dict[str, object], trouble: str
) -> None:
    assert find_trouble(spoil(model, part, **change)) == (trouble,)


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ({"months": 0}, "scenario more: months is 0; give 1 or more"),
        ({"arrivals": -1.0}, "scenario more: -1 must not be below 0"),
        ({"into": None}, "scenario more: say in `into` where the people come to"),
        (
            {"months": None},
            "scenario more: say in `months` over how long the people come",
        ),
    ],
)
def test_a_scenario_lasts_and_its_people_come_somewhere(
    model: Model, change: dict[str, object], trouble: str
) -> None:
    assert find_trouble(spoil(model, "scenarios", **change)) == (trouble,)


@pytest.mark.parametrize(
    "change", [{"months": None, "arrivals": 0.0}, {"arrivals": 0.0, "into": None}]
)
def test_a_scenario_may_last_and_bring_nobody(
    model: Model, change: dict[str, object]
) -> None:
    assert find_trouble(spoil(model, "scenarios", **change)) == ()


def test_knots_lie_at_least_a_month_apart(model: Model) -> None:
    assert find_trouble(msgspec.structs.replace(model, knot_months=0)) == (
        "knot_months is 0; give 1 or more",
    )


@pytest.mark.parametrize("outlier", [0.0, 1.0, -0.1, float("nan")])
def test_the_chance_of_an_outlier_is_a_chance(model: Model, outlier: float) -> None:
    rules = msgspec.structs.replace(model.rules, outlier=outlier)
    (trouble,) = find_trouble(msgspec.structs.replace(model, rules=rules))
    assert trouble.startswith("rules: outlier is")


@pytest.mark.parametrize(
    "change", [{"stock": ()}, {"flow": ("sent_work",)}], ids=["neither", "both"]
)
def test_an_observable_is_a_stock_or_a_flow(
    model: Model, change: dict[str, object]
) -> None:
    assert find_trouble(spoil(model, "observables", **change)) == (
        "observable officially: give a stock or a flow, and not both",
    )


@pytest.mark.parametrize(
    "change", [{"stock": ()}, {"flow": ("sent_work",)}], ids=["neither", "both"]
)
def test_an_answer_is_a_stock_or_a_flow(
    model: Model, change: dict[str, object]
) -> None:
    assert find_trouble(spoil(model, "answers", **change)) == (
        "answer C3: give a stock or a flow, and not both",
    )


def test_a_bound_is_one_of_two(model: Model) -> None:
    (trouble,) = find_trouble(spoil(model, "observables", bound="floor"))
    assert trouble.startswith("observable officially: bound 'floor' is none of")


@pytest.mark.parametrize(
    "kind", ["named", "pseudonymous", "anonymous", "institution", "document", "author"]
)
def test_every_kind_of_voice_has_a_house(model: Model, kind: str) -> None:
    houses = tuple(
        msgspec.structs.replace(
            house, kinds=tuple(other for other in house.kinds if other != kind)
        )
        for house in model.houses
    )
    assert find_trouble(msgspec.structs.replace(model, houses=houses)) == (
        f"no house stands for {kind} voices; list the kind in one of them",
    )


def test_all_trouble_is_told_at_once(model: Model) -> None:
    twice = spoil(spoil(model, "flows", rate="lost"), "houses", noise=0.0)
    assert len(find_trouble(twice)) == 2


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"conflict_factor": 0.9}, "conflict_factor is 0.9"),
        ({"origin_months": 0}, "must be above 0"),
        ({"least_origins": -1}, "must be above 0"),
        ({"least_evidence": 1.5}, "least_evidence is 1.5"),
    ],
)
def test_a_rule_that_cannot_be_is_named(
    model: Model, change: dict[str, float], words: str
) -> None:
    rules = msgspec.structs.replace(model.rules, **change)
    (trouble,) = find_trouble(msgspec.structs.replace(model, rules=rules))
    assert words in trouble


@pytest.mark.parametrize("mean", [float("nan"), float("inf"), 800.0])
@pytest.mark.parametrize(
    ("part", "key"), [("observables", "mean"), ("houses", "bias_mean")]
)
def test_a_log_factor_beyond_reason_is_named(
    model: Model, part: str, key: str, mean: float
) -> None:
    (trouble,) = find_trouble(spoil(model, part, **{key: mean}))
    assert "a log factor" in trouble
