from quality.learn.cases_people import right_roles
from tumen.codebook.load import load_codebook
from tumen.records.claim import Kind
from tumen.records.truth import Reading, TruthClaim
from tumen.score.names import SameNames

ROLES = ["own_workers", "own_nationals", "military", None]
NAMES = SameNames(load_codebook("dprk-labour"))


def right(population: str | None, *more: Reading) -> frozenset[int]:
    label = TruthClaim(
        doc="a", kind=Kind.FIGURE, element="people.present",
        population=population, also={"population": more},
    )  # fmt: skip
    return right_roles(label, ROLES, NAMES)


def test_the_role_of_the_labelled_group_is_right() -> None:
    assert right("NK soldiers") == {2}


def test_second_readings_count_too() -> None:
    assert right("NK loggers", "North Koreans") == {0, 1}


def test_a_label_without_a_group_asks_for_nobody() -> None:
    assert right(None) == {3}


def test_a_role_that_is_no_candidate_leaves_nothing() -> None:
    assert right("host officers") == set()
