"""`tumen decide`: accept, reject, correct or add a claim, with a reason."""

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from tumen.cli.options import CaseFolder
from tumen.errors import UsageError
from tumen.pipeline.case import Case, open_case
from tumen.records.decision import Verdict
from tumen.records.ids import ClaimId


def decide(
    case: CaseFolder,
    verdict: Annotated[Verdict, typer.Argument(help="What to do.", show_default=False)],
    subject: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM|DOC",
            help="Claim id (its first digits will do); for `add` the name of the page.",
            show_default=False,
        ),
    ],
    reason: Annotated[
        str, typer.Option(help="Why; kept with the decision.", show_default=False)
    ],
    slots: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="SLOT=VALUE",
            help="For `correct` and `add`: a slot and its value; an empty value clears it. May be repeated.",
        ),
    ] = None,
    reviewer: Annotated[
        str | None, typer.Option(help="Who decides; your login name when left out.")
    ] = None,
) -> int:
    """Record a review decision. Decisions are added, never changed.

    `undo` takes back your newest one on the claim, verdict and slots; it is a decision
    of its own.
    """
    who = reviewer or login_name()
    values = dict(_slot(text) for text in slots or ())
    _check_letters(reason, who, subject, *(slots or ()))
    if not reason.strip():
        raise UsageError(
            "the decision gives no reason", "Say in a few words why: --reason '...'."
        )
    if verdict is Verdict.CORRECT and not values:
        raise UsageError(
            "correct changes slots, and none is given", "Say which: --set best=3000."
        )
    now = datetime.now(UTC)
    with open_case(case) as opened:
        if verdict is Verdict.ADD:
            made = opened.add_claim(
                subject, values, reason=reason, reviewer=who, at=now
            )
        else:
            made = opened.decide(
                find_claim(opened, subject),
                verdict,
                reason=reason,
                reviewer=who,
                at=now,
                correction=values or None,
            )
        notes = opened.notes_on(made)
    print(
        f"Decision {made.number}: {made.verdict} {made.subject}. Head {made.hash[:16]}"
    )
    for note in notes:
        print(f"Note: {note}")
    return 0


def login_name() -> str:
    """Return the name this person is logged in by.

    Raises:
        UsageError: the machine has none, as in some containers.
    """
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise UsageError(
            "there is no login name", "Say who decides: --reviewer NAME."
        ) from error


def find_claim(case: Case, digits: str) -> ClaimId:
    """Return the one claim whose id begins with these digits.

    Raises:
        UsageError: no claim, or several, begin so.
    """
    found = [r.claim.id for r in case.reviewed() if r.claim.id.startswith(digits)]
    if len(found) != 1:
        raise UsageError(
            f"{len(found)} claims have an id that begins with {digits!r}",
            "Give more digits; `tumen claims CASE` lists the ids.",
        )
    return found[0]


def _check_letters(*texts: str) -> None:
    """Raise UsageError for bytes that are no letters: they could not be kept."""
    for text in texts:
        if not text.isascii() and text.encode("utf-8", "replace").decode() != text:
            raise UsageError(
                f"{text!r} holds bytes that are no letters", "Write it in UTF-8."
            )


def _slot(text: str) -> tuple[str, str | None]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise UsageError(
            f"--set {text!r} is no SLOT=VALUE", "Write it as --set best=3000."
        )
    return name.strip(), value.strip() or None
