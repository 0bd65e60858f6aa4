"""A way to run a command and see what it printed."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tumen.cli.main import run_command


@dataclass(frozen=True, slots=True)
class Printed:
    code: int
    out: str
    err: str


Run = Callable[..., Printed]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> Printed:
        capsys.readouterr()
        code = run_command([str(word) for word in words])
        printed = capsys.readouterr()
        return Printed(code, printed.out, printed.err)

    return call
