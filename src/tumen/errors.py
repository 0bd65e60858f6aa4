"""Every error a user can meet: what is wrong, and what to do next.

TumenError                  anything that stops a command
├── UsageError              the call itself is wrong (exit code 2)
│   └── SettingsError       tumen.toml holds a key or value that is not known
├── CaseError               the case folder cannot be used
│   ├── CaseLocked          another command is writing to it
│   ├── CaseTooNew          it was written by a later version
│   └── CaseDamaged         stored bytes, spans, rows or decisions were changed
├── CodebookError           a codebook file is wrong; the message names file and entry
├── MaterialError           bytes that cannot be read; becomes an Issue, the run goes on
├── ClaimRefused            the exact-words gate: quote, span or digits do not hold
├── FigureError             numbers that contradict each other
├── DecisionError           a review decision that cannot be recorded
├── ProtectionError         something that may not leave the machine
├── TruthError              a file to score against is wrong; the message names the line
├── FetchError              a page that could not, or may not, be fetched
└── MissingPart             an optional part is not installed
"""

from typing import ClassVar


class TumenError(Exception):
    """Stop with a problem (what, where) and a remedy (what to do next)."""

    exit_code: ClassVar[int] = 1

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem}\n{self.remedy}"

    def __reduce__(self) -> tuple[type["TumenError"], tuple[str, ...]]:
        # A worker process hands its errors back by pickle.
        return type(self), (self.problem, self.remedy)


class UsageError(TumenError):
    """The call itself is wrong."""

    exit_code = 2


class SettingsError(UsageError):
    """A settings file holds a key or value that is not known."""


class CaseError(TumenError):
    """The case folder cannot be used."""


class CaseLocked(CaseError):
    """Another command is writing to the case."""


class CaseTooNew(CaseError):
    """The case was written by a later version of Tumen."""


class CaseDamaged(CaseError):
    """Stored bytes, spans, rows or decisions were changed."""


class CodebookError(TumenError):
    """A codebook file is wrong."""


class MaterialError(TumenError):
    """Bytes that cannot be read; the pipeline turns it into an Issue.

    Args:
        code: short fixed name of the trouble; becomes `Issue.code`.
    """

    def __init__(self, problem: str, remedy: str, code: str = "unreadable") -> None:
        super().__init__(problem, remedy)
        self.code = code

    def __reduce__(self) -> tuple[type["TumenError"], tuple[str, ...]]:
        return type(self), (self.problem, self.remedy, self.code)


class ClaimRefused(TumenError):
    """A claim that does not quote its exact words."""


class FigureError(TumenError):
    """Numbers that contradict each other."""


class DecisionError(TumenError):
    """A review decision that cannot be recorded."""


class ProtectionError(TumenError):
    """Something that may not leave the machine."""


class TruthError(TumenError):
    """A file to score against is wrong."""


class FetchError(TumenError):
    """A page that could not, or may not, be fetched."""


class MissingPart(TumenError):
    """An optional part is not installed."""
