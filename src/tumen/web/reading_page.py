"""The reading room: a page with its claims in place, and the keys to judge them."""

from collections.abc import Mapping
from datetime import UTC, datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from tumen.errors import TumenError
from tumen.pipeline.case import Case, open_case
from tumen.publish.table_rows import headers_of
from tumen.records.amount import Measure, Qualifier
from tumen.records.claim import Hedge, Kind, SpeakerKind
from tumen.records.decision import Verdict
from tumen.records.ids import ClaimId
from tumen.web.segments import cut_page
from tumen.web.templates import render

# Slots a person may set, in the order of the form; closed lists are offered.
SLOTS: Mapping[str, tuple[str, ...]] = {
    "kind": tuple(Kind),
    "element": (),
    "measure": tuple(Measure),
    "low": (),
    "best": (),
    "high": (),
    "qualifier": tuple(Qualifier),
    "unit": (),
    "as_of_start": (),
    "as_of_end": (),
    "place": (),
    "iso": (),
    "population": (),
    "speaker": (),
    "speaker_kind": tuple(SpeakerKind),
    "via": (),
    "hedge": tuple(Hedge),
}


async def reading_page(request: Request) -> HTMLResponse:
    """Show a page, its furniture folded and its claims marked."""
    with open_case(request.app.state.folder) as case:
        return _room(case, request.path_params["doc"], "reading.html")


async def decide(request: Request) -> HTMLResponse:
    """Record accept, reject, correct or add, and show the page again."""
    form = await request.form()
    fields = {name: str(value) for name, value in form.items()}
    verdict = _verdict(fields)
    with open_case(request.app.state.folder) as case:
        doc = fields["doc"]
        if case.document(doc) is None:
            raise HTTPException(404, f"no page {doc}")
        try:
            if verdict is Verdict.ADD:
                line = case.add_claim(
                    doc,
                    {**_slots(fields), "start": fields["start"], "end": fields["end"]},
                    reason=fields["reason"],
                    reviewer=request.app.state.reviewer,
                    at=datetime.now(UTC),
                )
            else:
                line = case.decide(
                    ClaimId(fields["claim"]),
                    verdict,
                    reason=fields["reason"],
                    reviewer=request.app.state.reviewer,
                    at=datetime.now(UTC),
                    correction=_slots(fields) if verdict is Verdict.CORRECT else None,
                )
        except TumenError as trouble:
            return _room(case, doc, "reading_part.html", trouble=trouble)
        note = " ".join(case.notes_on(line))
        return _room(case, doc, "reading_part.html", note=note)


def _verdict(fields: Mapping[str, str]) -> Verdict:
    """Return the verdict of a form that has all it needs; else HTTPException 400."""
    given = fields.get("verdict")
    if given not in tuple(Verdict):
        raise HTTPException(400, f"no verdict {given!r}")
    needed = ("start", "end") if given == Verdict.ADD else ("claim",)
    missing = [name for name in ("doc", "reason", *needed) if name not in fields]
    if missing:
        raise HTTPException(400, f"the form lacks {', '.join(missing)}")
    return Verdict(given)


def _slots(fields: Mapping[str, str]) -> dict[str, str | None]:
    """Return the slots that the form changed; an emptied field clears its slot."""
    return {
        name: fields[name].strip() or None
        for name in SLOTS
        if name in fields and fields[name] != fields.get(f"was_{name}", "")
    }


def _room(
    case: Case,
    doc: str,
    template: str,
    *,
    trouble: TumenError | None = None,
    note: str = "",
) -> HTMLResponse:
    document = case.document(doc)
    if document is None:
        raise HTTPException(404, f"no page {doc}")
    release = case.pages_and_claims(datetime.now(UTC).date())
    claims = [claim for claim in release.claims if claim.doc == doc]
    page = next(page for page in release.documents if page.doc == doc)
    return render(
        template,
        case=release.case,
        page=page,
        parts=cut_page(document, claims),
        claims=claims,
        headers=headers_of(release),
        head=release.head,
        slots=SLOTS,
        elements=sorted(case.codebook.elements),
        trouble=trouble,
        note=note,
    )
