"""Make a release: the only door through which anything leaves.

`public` is for every exit, `inside` for the analyst's own screen, `raw` for
`--raw REASON`. In all three, estimates of hiding and escape stay national and annual.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from tumen.codebook.schema import Codebook
from tumen.errors import ProtectionError
from tumen.protect.answer_rows import box_rows, estimate_rows, group_rows
from tumen.protect.answer_view import Answers
from tumen.protect.claim_rows import full_row
from tumen.protect.clear import Ledger, clear
from tumen.protect.coarse import list_places
from tumen.protect.document_rows import (
    full_document,
    holds_person,
    labelled_document,
    names_somebody,
    public_document,
)
from tumen.protect.facts import CaseFacts
from tumen.protect.labels import PublicClaims, label_claims
from tumen.protect.names import ListedNames, list_names, plain_text
from tumen.protect.persons import find_masks
from tumen.protect.policy import Policy, load_policy
from tumen.protect.risk import Guard
from tumen.protect.voices import find_public_voices, may_name
from tumen.records.claim import Claim
from tumen.records.document import Form
from tumen.records.ids import CaptureId
from tumen.records.release import Release, ReleasedClaim, ReleasedDocument

VIEWS = ("public", "inside", "raw")
UNTITLED = "case"


def make_release(
    facts: CaseFacts, view: str, *, made_on: date, policy: Policy | None = None
) -> Release:
    """Return everything one exit may show.

    Args:
        view: `public`, `inside` or `raw`.
        made_on: the day from which the year's lag counts.
        policy: the built-in one when None.

    Raises:
        ProtectionError: no such view, or the policy cannot be read.
    """
    if view not in VIEWS:
        raise ProtectionError(f"no view {view!r}", f"Use one of: {', '.join(VIEWS)}.")
    guard = make_guard(facts, policy or load_policy())
    return (
        _public(facts, guard, made_on)
        if view == "public"
        else _full(facts, guard, view, made_on)
    )


def make_guard(facts: CaseFacts, policy: Policy) -> Guard:
    """Return what the policy makes of a case: its names, its masks, who is at risk."""
    codebook = facts.codebook
    claims = [entry.claim for entry in facts.reviewed]
    first = list_names(codebook, policy, public=(), masked=())
    documents = facts.documents.values()
    masks = {page.capture: find_masks(page, policy, first) for page in documents}
    masked = frozenset(mask.quote for found in masks.values() for mask in found)
    bodies = (n for i in codebook.institutions for n in (i.name, *i.aliases))
    public = find_public_voices(claims, documents, policy, bodies) - masked
    guard = Guard(
        codebook=codebook,
        places=list_places(codebook),
        policy=policy,
        names=list_names(codebook, policy, public=public, masked=masked),
        masks=masks,
        guarded=_guarded(codebook, policy),
        people=_people(facts, first),
    )
    return replace(guard, hushed=_hushed(facts, guard))


def _hushed(facts: CaseFacts, guard: Guard) -> dict[CaptureId, tuple[Claim, ...]]:
    """Return the claims whose words may not leave with any other claim, by page."""
    found: defaultdict[CaptureId, list[Claim]] = defaultdict(list)
    for claim in (entry.claim for entry in facts.reviewed if entry.counts):
        if guard.is_at_risk(claim) or guard.is_small(claim):
            found[claim.capture].append(claim)
    return {page: tuple(claims) for page, claims in found.items()}


def _people(facts: CaseFacts, names: ListedNames) -> frozenset[str]:
    """Return unlisted names of several words on the pages, each as one word.

    Outlets are left out, as far as the pages say that they are outlets.
    """
    outlets = {e.claim.via or "" for e in facts.reviewed}
    found: set[str] = set()
    for page in facts.documents.values():
        outlets |= {page.original_outlet or "", page.host or ""}
        for run in names.runs(page.text):
            parts = plain_text(run.text).split()
            found |= {
                "".join(parts[first:last])
                for first in range(len(parts))
                for last in range(first + 2, len(parts) + 1)
            }
    return frozenset(found - {plain_text(name).replace(" ", "") for name in outlets})


def _guarded(codebook: Codebook, policy: Policy) -> frozenset[str]:
    return frozenset(
        p.name for p in codebook.populations if p.at_risk or p.role in policy.roles
    )


def _full(facts: CaseFacts, guard: Guard, view: str, made_on: date) -> Release:
    """Return an inside or raw release: complete, in the inside view with marks."""
    inside, ledger = view == "inside", Ledger()
    by_page = _by_page(facts)
    rows = []
    for entry in facts.reviewed:
        marks = guard.rules(entry.claim) if inside else ()
        ledger.note("claims", marks)
        rows.append(full_row(entry, marks))
    documents = tuple(
        full_document(page, by_page[page.capture], guard)
        for page in facts.documents.values()
    )
    ids = {entry.claim.id: clear(entry.claim.id) for entry in facts.reviewed}
    answers = Answers(
        guard=guard,
        claims={entry.claim.id: entry.claim for entry in facts.reviewed},
        ids=ids,
        public=False,
        made_on=made_on,
    )
    return _release(facts, answers, ledger, view, tuple(rows), documents, facts.case)


def _public(facts: CaseFacts, guard: Guard, made_on: date) -> Release:
    ledger, by_page = Ledger(), _by_page(facts)
    pages = {capture: page.name for capture, page in facts.documents.items()}
    labelled = label_claims(facts.reviewed, pages, _endangered(facts, guard), guard)
    for row in labelled.rows:
        ledger.note("claims", row.withheld)
    waiting = sum(entry.waits for entry in facts.reviewed)
    rejected = sum(not entry.counts for entry in facts.reviewed) - waiting
    ledger.note_many("claims", "rejected_in_review", rejected)
    ledger.note_many("claims", "not_reviewed_yet", waiting)
    documents = _public_documents(facts, guard, labelled, by_page, ledger)
    answers = Answers(
        guard=guard,
        claims={
            entry.claim.id: entry.claim for entry in facts.reviewed if entry.counts
        },
        ids=labelled.ids,
        public=True,
        made_on=made_on,
        pages=frozenset(pages[capture] for capture in labelled.endangered),
        voices=_private_voices(facts, guard),
    )
    named = holds_person(facts.case, guard.people) or not guard.names.allows(facts.case)
    case = UNTITLED if named else facts.case
    return _release(facts, answers, ledger, "public", labelled.rows, documents, case)


def _release(
    facts: CaseFacts,
    answers: Answers,
    ledger: Ledger,
    view: str,
    claims: tuple[ReleasedClaim, ...],
    documents: tuple[ReleasedDocument, ...],
    case: str,
) -> Release:
    origins = group_rows(facts.groups, answers)
    estimates = estimate_rows(facts.estimates, answers, ledger)
    boxes = box_rows(facts.boxes, answers, ledger)
    return Release(
        case=clear(case),
        codebook=facts.codebook.name,
        view=view,
        made_on=answers.made_on,
        head=facts.head,
        versions=dict(facts.versions),
        claims=claims,
        documents=documents,
        origins=origins,
        estimates=estimates,
        boxes=boxes,
        counts=dict(facts.counts),
        withheld=ledger.withheld(),
    )


def _public_documents(
    facts: CaseFacts,
    guard: Guard,
    labelled: PublicClaims,
    by_page: Mapping[CaptureId, list[Claim]],
    ledger: Ledger,
) -> tuple[ReleasedDocument, ...]:
    open_rows, closed = [], []
    for capture, page in facts.documents.items():
        here, name = by_page[capture], labelled.docs[capture]
        ledger.note_many("names", "mask", len(guard.masks.get(capture, ())))
        if capture in labelled.endangered:
            ledger.note("documents", ("person_at_risk",))
            closed.append(labelled_document(page, here, guard, name))
        else:
            row = public_document(page, here, guard, name)
            ledger.note("documents", _missing(page.title, row.title, "name_not_listed"))
            ledger.note("documents", _missing(page.address, row.address, "address"))
            open_rows.append(row)
    return (*open_rows, *sorted(closed, key=lambda row: row.doc))


def _private_voices(facts: CaseFacts, guard: Guard) -> frozenset[str]:
    """Return the names of speakers that may not leave."""
    voices = {entry.claim.speaker for entry in facts.reviewed}
    return frozenset(
        voice.name for voice in voices if not may_name(voice, guard.names, guard.policy)
    )


def _missing(before: str | None, after: str | None, rule: str) -> Iterable[str]:
    return (rule,) if before and not after else ()


def _endangered(facts: CaseFacts, guard: Guard) -> frozenset[CaptureId]:
    """Return pages about a person at risk, and pages named after somebody.

    The rows of a table stand alone: one of them endangers the rest only when it is
    about a single person.
    """
    tables = {c for c, page in facts.documents.items() if page.form is Form.TABLE}
    told = {
        claim.capture
        for claim in (entry.claim for entry in facts.reviewed)
        if guard.is_personal(claim)
        or (claim.capture not in tables and guard.endangers_page(claim))
    }
    masked = {capture for capture, masks in guard.masks.items() if masks}
    named = {
        capture
        for capture, page in facts.documents.items()
        if names_somebody(page, guard.names, guard.people)
    }
    return frozenset((told | masked | named) & set(facts.documents))


def _by_page(facts: CaseFacts) -> defaultdict[CaptureId, list[Claim]]:
    found: defaultdict[CaptureId, list[Claim]] = defaultdict(list)
    for entry in facts.reviewed:
        found[entry.claim.capture].append(entry.claim)
    return found
