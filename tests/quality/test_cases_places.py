from quality.learn.cases_places import right_places
from tumen.codebook.load import load_codebook
from tumen.extract.place_features import PlaceCandidate
from tumen.records.claim import Kind
from tumen.records.truth import Reading, TruthClaim
from tumen.score.names import SameNames

NAMES = SameNames(load_codebook("dprk-labour"))
FOUND = [
    PlaceCandidate("Russia", "RU", "country", None, {}),
    PlaceCandidate("Vladivostok", "RU", "city", None, {}),
    PlaceCandidate("Kuwait", "KW", "country", None, {}),
    PlaceCandidate(None, None, None, None, {}),
]


def right(place: str | None, iso: str | None, *more: Reading) -> frozenset[int]:
    label = TruthClaim(
        doc="a", kind=Kind.FIGURE, element="people.present",
        place=place, iso=iso, also={"place": more},
    )  # fmt: skip
    return right_places(label, FOUND, NAMES)


def test_the_labelled_place_is_right_alone() -> None:
    assert right("Vladivostok", "RU") == {1}


def test_second_readings_count_too() -> None:
    assert right("Vladivostok", "RU", "Russia") == {0, 1}


def test_a_place_that_is_no_candidate_leaves_its_country() -> None:
    assert right("Tynda", "RU") == {0, 1}


def test_a_label_without_a_country_asks_for_none() -> None:
    assert right(None, None) == {3}


def test_an_unknown_country_leaves_nothing() -> None:
    assert right("Peru", "PE") == set()
