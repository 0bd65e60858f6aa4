"""The review desk: the queue, one claim beside its words, and keys to decide on it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from tumen.errors import DecisionError, TumenError
from tumen.pipeline.case import open_case
from tumen.pipeline.desk import Desk, View
from tumen.pipeline.desk_choices import CLOSED
from tumen.records.claim import Claim
from tumen.records.decision import Decision, Verdict
from tumen.records.ids import ClaimId
from tumen.records.reviewed import ReviewedClaim
from tumen.web.desk_rows import (
    KEYS,
    queue_lines,
    reading_lines,
    slot_lines,
    told,
)
from tumen.web.desk_text import cut_passages
from tumen.web.templates import render

ACCEPT_GREEN = "accept-green"
VERDICTS = (*(verdict.value for verdict in Verdict), ACCEPT_GREEN)
SAID: Mapping[Verdict, str] = {
    Verdict.ACCEPT: "Accepted",
    Verdict.REJECT: "Rejected",
    Verdict.CORRECT: "Corrected",
    Verdict.ADD: "Added",
    Verdict.UNDO: "Taken back",
}
SLOT, SLOTS = "slot_", tuple(KEYS)
POSITION = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is: the view, the claim, and the one it is compared with."""

    view: View
    claim: ClaimId | None = None
    beside: ClaimId | None = None

    @property
    def address(self) -> str:
        """Return the address of this place."""
        asked = {"view": self.view, "claim": self.claim, "beside": self.beside}
        return f"/desk?{urlencode({k: v for k, v in asked.items() if v})}"


@dataclass(frozen=True, slots=True)
class Note:
    """What was done last; `claim` is the one it was done to."""

    words: str
    claim: ClaimId | None = None


def open_desk(folder: Path, reviewer: str) -> Desk:
    """Return the desk of a case, kept as long as the workbench is open."""
    return Desk(open_case(folder), reviewer)


async def desk_page(request: Request) -> HTMLResponse:
    """Show the desk; without a claim the first one of the queue."""
    desk = _desk(request)
    asked = request.query_params
    place = Place(
        _view(asked.get("view")),
        ClaimId(asked["claim"]) if asked.get("claim") else None,
        ClaimId(asked["beside"]) if asked.get("beside") else None,
    )
    part = "desk_part.html" if "hx-request" in request.headers else "desk.html"
    return _show(desk, place, part)


async def desk_decide(request: Request) -> HTMLResponse:
    """Record a decision and show the next claim; the answers are weighed later."""
    form = await request.form()
    desk = _desk(request)
    place = Place(_view(_text(form, "view")), ClaimId(_text(form, "claim")))
    verdict = _text(form, "verdict")
    if verdict not in VERDICTS:
        raise HTTPException(400, f"no verdict {verdict!r}")
    before = [row.claim for row in desk.queue(place.view)]
    try:
        note = _decide(desk, place, verdict, form)
    except TumenError as trouble:
        desk.refresh()
        return _show(desk, place, "desk_part.html", trouble=trouble)
    if verdict == Verdict.UNDO:
        there = Place(place.view, note.claim)
    elif verdict == Verdict.ADD:
        there = place
    else:
        there = Place(place.view, _next(desk, place, before))
    return _show(desk, there, "desk_part.html", note=note)


def _desk(request: Request) -> Desk:
    state = request.app.state
    if state.desk is None:
        state.desk = open_desk(state.folder, state.reviewer)
    desk: Desk = state.desk
    desk.refresh()
    return desk


def _view(asked: str | None) -> View:
    if not asked:
        return View.QUEUE
    if asked not in tuple(View):
        raise HTTPException(404, f"no view {asked}")
    return View(asked)


def _text(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def _decide(desk: Desk, place: Place, verdict: str, form: FormData) -> Note:
    now, reason = datetime.now(UTC), _text(form, "reason")
    if verdict == ACCEPT_GREEN:
        return _accept_green(desk, place, form, reason, now)
    line = _decided(desk, place, Verdict(verdict), form, reason, now)
    desk.refresh()
    entry = desk.shown(line.subject, View.QUEUE)
    words = [f"{SAID[line.verdict]}: {told(entry)}.", *desk.notes_on(line)]
    return Note(" ".join(words), line.subject)


def _decided(
    desk: Desk,
    place: Place,
    verdict: Verdict,
    form: FormData,
    reason: str,
    now: datetime,
) -> Decision:
    if verdict is Verdict.UNDO:
        return desk.undo(reason=reason, at=now)
    if verdict is Verdict.ADD:
        start, end = _text(form, "start"), _text(form, "end")
        if not all(POSITION.fullmatch(each) for each in (start, end)):
            raise HTTPException(400, "the form lacks start or end")
        span = (int(start), int(end))
        doc = _text(form, "doc")
        return desk.add(doc, span, _slots(form), reason=reason, at=now)
    claim = place.claim or ClaimId("")
    seen = _text(form, "seen")
    if seen and seen != desk.seen(claim, place.view):
        raise DecisionError(
            "somebody decided on this claim while you looked at it",
            "It is shown as it is now: look again, then decide.",
        )
    if verdict is Verdict.REJECT:
        return desk.reject(claim, reason=reason, at=now)
    return desk.accept(claim, _slots(form), view=place.view, reason=reason, at=now)


def _accept_green(
    desk: Desk, place: Place, form: FormData, reason: str, now: datetime
) -> Note:
    claims = [ClaimId(str(each)) for each in form.getlist("green")]
    # Somebody may have decided on one of them since the list was drawn.
    left = {row.claim for row in desk.queue(place.view)}
    green = [claim for claim in claims if claim in left and desk.is_green(claim)]
    for claim in green:
        desk.accept(claim, {}, view=place.view, reason=reason, at=now)
    desk.refresh()
    return Note(
        f"Accepted: {len(green)} green {'claim' if len(green) == 1 else 'claims'}"
    )


def _slots(form: FormData) -> dict[str, str]:
    """Return the slots that were changed; an emptied one clears its slot."""
    return {name: _text(form, SLOT + name) for name in SLOTS if SLOT + name in form}


def _next(desk: Desk, place: Place, before: list[ClaimId]) -> ClaimId | None:
    """Return the claim that follows in the queue as it was, else its first."""
    left = {row.claim for row in desk.queue(place.view)}
    at = before.index(place.claim) if place.claim in before else 0
    after = (claim for claim in before[at:] if claim in left)
    return next(after, None)


def _show(
    desk: Desk,
    place: Place,
    template: str,
    *,
    note: Note | None = None,
    trouble: TumenError | None = None,
) -> HTMLResponse:
    queue = desk.queue(place.view)
    ids = [row.claim for row in queue]
    current = place.claim or (ids[0] if ids else None)
    entry = desk.shown(current, place.view) if current else None
    if current and entry is None and trouble is None and note is None:
        raise HTTPException(404, f"no claim {current}")
    there = Place(place.view, current, place.beside)
    return render(
        template,
        case=desk.case.name,
        place=there,
        views=[(view, desk.count(view)) for view in View],
        view_words=VIEW_WORDS,
        reviewer=desk.reviewer,
        waiting=desk.waiting,
        total=len(queue),
        lines=queue_lines(desk, queue, place.view, current or ""),
        agreement=desk.agreement() if place.view in BOTH else (),
        note=note,
        note_readings=_note_readings(desk, note, place.view),
        trouble=trouble,
        elements=desk.case.codebook.elements,
        closed=CLOSED,
        keys=KEYS,
        around=_neighbours(there, ids),
        sheet=_sheet(desk, there, entry),
    )


VIEW_WORDS: Mapping[View, str] = {
    View.QUEUE: "to look at",
    View.GREEN: "green",
    View.SECOND: "second reading",
    View.DISPUTED: "readers differ",
}
BOTH = (View.SECOND, View.DISPUTED)
"""Views for which two readers are compared."""


def _neighbours(place: Place, ids: list[ClaimId]) -> dict[str, str]:
    at = ids.index(place.claim) if place.claim in ids else -1
    after = ids[at + 1] if at + 1 < len(ids) else None
    before = ids[at - 1] if at > 0 else None
    return {
        "after": Place(place.view, after).address if after else "",
        "before": Place(place.view, before).address if before else "",
    }


def _note_readings(desk: Desk, note: Note | None, view: View) -> tuple[object, ...]:
    """Return what all readers made of the claim decided on last, for a second reader."""
    if note is None or note.claim is None or view is not View.SECOND:
        return ()
    return reading_lines(desk.readings(note.claim))


def _sheet(desk: Desk, place: Place, entry: ReviewedClaim | None) -> dict[str, object]:
    document = desk.document(entry.claim) if entry else None
    if entry is None or document is None:
        return {}
    claim = entry.claim
    beside = _beside(desk, place)
    rank = desk.rank(claim.id)
    is_blind = place.view is View.SECOND and not entry.decisions
    return {
        "entry": entry,
        "claim": claim,
        "document": document,
        "green": desk.is_green(claim.id),
        "rank": rank,
        "seen": desk.seen(claim.id, place.view),
        "passages": cut_passages(document, claim),
        "slots": slot_lines(desk, entry, place.view, document, beside),
        "readings": () if is_blind else reading_lines(desk.readings(claim.id)),
        "beside": beside,
        "compare": _compare(desk, place),
    }


def _beside(desk: Desk, place: Place) -> Claim | None:
    other = desk.shown(place.beside, place.view) if place.beside else None
    return other.claim if other else None


def _compare(desk: Desk, place: Place) -> str:
    """Return where the next claim about the same fact is shown beside this one."""
    mates = desk.mates(place.claim) if place.claim else ()
    if not mates:
        return ""
    at = mates.index(place.beside) + 1 if place.beside in mates else 0
    return Place(place.view, place.claim, mates[at % len(mates)]).address
