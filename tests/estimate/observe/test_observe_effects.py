"""What figures share: the biases of houses, definitions, registers and parts."""

from math import log

import msgspec
import pytest

from tests.estimate.conftest import build_group
from tests.estimate.observe.conftest import (
    AGENCY,
    MARCH,
    MINISTRY,
    PERSON,
    YEAR,
    Watch,
    effects_of,
    only,
    reading_of,
    said,
    told,
)
from tumen.codebook.model import Model
from tumen.estimate.observe.effects import Effect


def test_figures_of_one_house_share_its_bias(watch: Watch) -> None:
    observed = watch(told(3000, **MARCH), told(3300, page="b", **YEAR))
    houses = [effect for effect in observed.effects if effect.kind == "house"]
    assert houses == [Effect("house", "agency", 0.0, 0.05)]


def test_each_voice_of_a_kind_has_a_bias_of_its_own(watch: Watch) -> None:
    one, two = said(3000, PERSON), said(3300, PERSON, page="b")
    groups = [build_group("x", one), build_group("y", two)]
    biases = [e for e in watch(one, two, groups=groups).effects if e.kind == "voice"]
    assert biases == [Effect("voice", "x", 0.0, 0.35), Effect("voice", "y", 0.0, 0.35)]


def test_one_voice_of_a_kind_has_one_bias(watch: Watch) -> None:
    now, before = told(3000, PERSON, **MARCH), told(3300, PERSON, page="b", **YEAR)
    observed = watch(now, before, groups=[build_group("x", now, before)])
    assert len([e for e in observed.effects if e.kind == "voice"]) == 1


def test_figures_load_on_what_they_share(watch: Watch) -> None:
    assert effects_of(watch(said())) == {
        "house agency": 0.05,
        "definition present": 0.05,
    }


def test_the_means_of_the_effects_add_up(watch: Watch) -> None:
    claim = said(2000, MINISTRY, element="people.permit_valid")
    reading = reading_of(watch(claim))
    assert reading.offset == pytest.approx(-0.05 + 0.1)


def test_houses_that_quote_one_register_share_its_error(watch: Watch) -> None:
    claims = (
        said(3000, MINISTRY),
        said(2000, MINISTRY, page="b", element="people.permit_valid"),
    )
    observed = watch(*claims)
    assert effects_of(observed, 0)["record register"] == 0.1
    assert effects_of(observed, 1)["record register"] == 0.1


def test_other_houses_have_no_part_in_the_register(watch: Watch) -> None:
    assert "record register" not in effects_of(watch(said()))


@pytest.mark.parametrize(
    ("by", "first", "last", "is_before"),
    [
        (MINISTRY, "2022-06-01", "2022-06-30", True),
        (MINISTRY, "2022-12-01", "2022-12-31", True),
        (MINISTRY, "2023-01-01", "2023-01-31", False),
        (MINISTRY, "2022-12-01", "2023-01-31", False),
        (MINISTRY, "2024-03-01", "2024-03-31", False),
        (AGENCY, "2022-06-01", "2022-06-30", False),
    ],
)
def test_a_break_touches_only_figures_of_its_house_before_it(
    watch: Watch, by: tuple[str, str], first: str, last: str, is_before: bool
) -> None:
    observed = watch(told(3000, by, first=first, last=last))
    assert ("break recount" in effects_of(observed)) is is_before


def test_a_break_of_nobody_in_particular_touches_everybody(
    watch: Watch, model: Model
) -> None:
    anyone = (msgspec.structs.replace(model.breaks[0], houses=()),)
    changed = msgspec.structs.replace(model, breaks=anyone)
    claim = said(first="2022-06-01", last="2022-06-30")
    assert effects_of(watch(claim, model=changed))["break recount"] == 0.3


def test_a_break_touches_its_own_observable_only(watch: Watch) -> None:
    claim = told(
        60, MINISTRY, element="people.hiding", first="2022-06-01", last="2022-06-30"
    )
    assert "break recount" not in effects_of(watch(claim))


def test_a_part_is_an_uncertain_share_of_the_whole(watch: Watch) -> None:
    observed = watch(said(1500, place="Far East"))
    reading = reading_of(observed)
    assert reading.offset == pytest.approx(log(0.5))
    assert effects_of(observed)["part Far East"] == 0.4


def test_a_part_that_is_known_for_sure_is_still_a_part(
    watch: Watch, model: Model
) -> None:
    sure = (msgspec.structs.replace(model.parts[0], log_sd=0.0),)
    changed = msgspec.structs.replace(model, parts=sure)
    observed = watch(said(1500, place="Far East"), model=changed)
    assert only(observed).term.readings[0].offset == pytest.approx(log(0.5))


def test_a_reading_without_a_known_part_does_not_count_for_the_whole(
    watch: Watch,
) -> None:
    claim = told(1500, place="Far East", flags=("stock_or_flow",))
    assert only(watch(claim)).observables == ("present",)


def test_official_factor_scales_official_houses_alone(watch: Watch) -> None:
    claims = (said(3000), said(3000, MINISTRY, page="b"))
    groups = [build_group("x", claims[0]), build_group("y", claims[1])]
    before, after = (
        watch(*claims, groups=groups, official_factor=factor) for factor in (1.0, 2.0)
    )
    moved = {
        new.house: new.term.readings[0].low - old.term.readings[0].low
        for old, new in zip(before.statements, after.statements, strict=True)
    }
    assert moved == pytest.approx({"agency": 0.0, "ministry": log(2)})


def test_an_effect_without_width_is_left_out(watch: Watch, model: Model) -> None:
    plain = tuple(msgspec.structs.replace(o, log_sd=0.0) for o in model.observables)
    changed = msgspec.structs.replace(model, observables=plain)
    assert effects_of(watch(said(), model=changed)) == {"house agency": 0.05}
