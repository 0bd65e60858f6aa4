"""Show how far long work has come, on standard error."""

import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.status import Status

from tumen.pipeline.progress import Progress

QUIET_EVERY = 50
"""Without a screen, one line is printed every so many pages."""


class ProgressLine:
    """A line that is rewritten on a screen, and printed now and then in a log."""

    def __init__(self) -> None:
        self.console = Console(stderr=True)
        self.status: Status | None = None

    def __enter__(self) -> Self:
        if self.console.is_terminal:
            self.status = self.console.status("starting")
            self.status.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.status:
            self.status.stop()

    def __call__(self, progress: Progress) -> None:
        """Show the latest counts."""
        text = describe(progress)
        if self.status:
            self.status.update(text)
        elif progress.done % QUIET_EVERY == 0 or progress.done == progress.total:
            print(text, file=sys.stderr)


def describe(progress: Progress) -> str:
    """Return the counts in words."""
    if progress.of:
        return f"{progress.stage} {progress.done} of {progress.total} {progress.of}"
    return (
        f"{progress.stage} {progress.done} of {progress.total}: "
        f"{progress.claims} claims, {progress.refusals} refused, "
        f"{progress.issues} issues"
    )
