"""What in the material could not be understood."""

from dataclasses import dataclass

from tumen.records.ids import CaptureId
from tumen.records.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One trouble in the material; the run goes on and the user sees the list.

    Args:
        stage: folder name of the stage that met it.
        code: short fixed name, e.g. `empty_file`; listed in docs/reference/issues.md.
        doc: name of the material.
        problem: what is wrong, with the value.
        remedy: what the user can do.
        capture, span: where, when the bytes were stored.
    """

    stage: str
    code: str
    doc: str
    problem: str
    remedy: str
    capture: CaptureId | None = None
    span: Span | None = None
