from dataclasses import replace

from tumen.records.capture import Capture
from tumen.records.claim import Claim
from tumen.records.claim_id import with_id
from tumen.records.ids import CaptureId
from tumen.records.span import Span
from tumen.store.case_store import CaseStore
from tumen.store.rows import PageRows


def test_captures_come_by_name_whatever_the_order_of_adding(
    store: CaseStore, capture: Capture, data: bytes
) -> None:
    later = replace(capture, id=CaptureId("f" * 64), name="z.txt", other_names=())
    with store.writing() as writer:
        writer.put_capture(later, data)
        writer.put_capture(capture, data)

    with store.reading() as reader:
        assert reader.captures() == (capture, later)


def test_claims_come_by_their_place_on_the_page(
    store: CaseStore, capture: Capture, data: bytes, page: PageRows, claim: Claim
) -> None:
    early = with_id(replace(claim, span=Span(0, 5), quote="A for"))
    with store.writing() as writer:
        writer.put_capture(capture, data)
        writer.put_page(replace(page, claims=(claim, early)))

    with store.reading() as reader:
        assert reader.claims() == (early, claim)


def test_a_snapshot_does_not_see_what_is_written_meanwhile(
    store: CaseStore, capture: Capture, data: bytes
) -> None:
    with store.reading() as reader:
        before = reader.captures()
        with store.writing() as writer:
            writer.put_capture(capture, data)

        assert reader.captures() == before == ()


def test_a_fact_that_was_never_written_is_none(store: CaseStore) -> None:
    with store.reading() as reader:
        assert reader.fact("unheard of") is None
