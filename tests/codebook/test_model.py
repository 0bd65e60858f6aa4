"""A model is read whole from its file, with plain defaults, and nothing unknown."""

from pathlib import Path

import msgspec
import pytest

from tumen.codebook.load import load_codebook, read_model
from tumen.codebook.model import Intervention, Model, Observable, Rate
from tumen.errors import CodebookError

INVENTED = Path(__file__).parent / "invented_model.toml"


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    """A copy of the invented model that may be changed."""
    file = tmp_path / "model.toml"
    file.write_text(INVENTED.read_text(encoding="utf-8"), encoding="utf-8")
    return file


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_model_is_read_from_its_file() -> None:
    model = read_model(INVENTED)
    assert isinstance(model, Model)
    assert [box.name for box in model.compartments] == [
        "working",
        "student",
        "hiding",
        "returned",
    ]


def test_no_file_is_no_model(tmp_path: Path) -> None:
    assert read_model(tmp_path / "model.toml") is None


def test_the_built_in_codebook_has_a_model() -> None:
    assert load_codebook("dprk-labour").model is not None


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("[rules]", "[rules]\ncolour = 1", "colour"),
        ('source = "outside"', 'source = "outside"\ncolour = 1', "colour"),
        ("median = 3000", 'median = "many"', "median"),
        ('rate = "arrivals"', 'rate = "arrival"', "'arrival' is not defined"),
        ("knot_months = 3", "knot_months = 0", "knot_months"),
        ("[rules]", "[rules", "model.toml"),
    ],
)
def test_a_broken_model_stops_with_its_file(
    spoilt: Path, old: str, new: str, named: str
) -> None:
    change(spoilt, old, new)
    with pytest.raises(CodebookError) as caught:
        read_model(spoilt)
    assert str(spoilt) in caught.value.problem
    assert named in caught.value.problem
    assert "Mend" in caught.value.remedy


def test_bytes_that_are_no_text_stop_with_their_file(spoilt: Path) -> None:
    spoilt.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CodebookError, match=r"model\.toml"):
        read_model(spoilt)


def test_a_rate_is_constant_unless_it_says_otherwise() -> None:
    rate = Rate(name="a", label="a", median=1, log_sd=0.5, source="invented")
    assert rate.drift_sd == 0


def test_an_intervention_stays_in_force_and_is_no_cliff() -> None:
    order = Intervention(
        name="a", label="a", first="2022-01", effects=(), source="invented"
    )
    assert (order.last, order.cliff) == (None, False)


def test_an_observable_allows_all_it_does_not_name() -> None:
    seen = Observable(name="a", label="a", elements=("a",), measures=("b",), note="c")
    assert (seen.populations, seen.isos, seen.houses) == ((), (), ())
    assert (seen.mean, seen.bound) == (0.0, "figure")


def test_a_model_cannot_be_changed() -> None:
    model = read_model(INVENTED)
    assert model is not None
    with pytest.raises(AttributeError):
        model.first = "2021-01"  # type: ignore[misc]  # that is the point


def test_a_model_survives_writing_and_reading() -> None:
    model = read_model(INVENTED)
    assert msgspec.json.decode(msgspec.json.encode(model), type=Model) == model
