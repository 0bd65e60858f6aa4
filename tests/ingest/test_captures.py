import hashlib
import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.errors import MaterialError
from tumen.ingest.captures import make_capture

NOON = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)


def test_a_capture_is_named_by_the_hash_of_its_bytes() -> None:
    capture = make_capture("a.txt", b"words", added_at=NOON, max_bytes=100)

    assert capture.id == hashlib.sha256(b"words").hexdigest()


def test_a_capture_tells_what_the_bytes_are_and_where_from() -> None:
    capture = make_capture(
        "a.txt",
        b"words",
        added_at=NOON,
        max_bytes=100,
        origin="https://herald.example/a",
        charset="koi8-r",
        container="pages.zip",
    )

    assert (capture.media_type, capture.size_bytes) == ("text/plain", 5)
    assert capture.origin == "https://herald.example/a"
    assert (capture.charset, capture.container) == ("koi8-r", "pages.zip")
    assert (capture.name, capture.other_names) == ("a.txt", ())
    assert capture.added_at == NOON


def test_no_bytes_are_no_capture() -> None:
    with pytest.raises(MaterialError, match="empty") as refused:
        make_capture("a.txt", b"", added_at=NOON, max_bytes=100)
    assert refused.value.code == "empty_file"


def test_more_bytes_than_allowed_are_no_capture() -> None:
    with pytest.raises(MaterialError, match="6 bytes are more than max_bytes = 5"):
        make_capture("a.txt", b"sixsix", added_at=NOON, max_bytes=5)


def test_exactly_as_many_bytes_as_allowed_are_taken() -> None:
    assert make_capture("a.txt", b"fives", added_at=NOON, max_bytes=5).size_bytes == 5


@given(st.text("ab \n", min_size=1))
def test_the_same_bytes_give_the_same_id_under_any_name(text: str) -> None:
    one = make_capture("a.txt", text.encode(), added_at=NOON, max_bytes=999)
    other = make_capture("b.html", text.encode(), added_at=NOON, max_bytes=999)

    assert one.id == other.id


def test_a_refusal_keeps_its_code_when_a_worker_hands_it_back() -> None:
    refusal = MaterialError("the file is empty", "Save it again.", "empty_file")

    again = pickle.loads(pickle.dumps(refusal))  # noqa: S301  our own bytes

    assert (again.problem, again.remedy, again.code) == (
        "the file is empty",
        "Save it again.",
        "empty_file",
    )
