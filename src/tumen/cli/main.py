"""The command line: its commands, and how trouble is told to a person."""

import gc
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Annotated, NoReturn

import typer

from tumen import __version__
from tumen.cli.add import add, remove
from tumen.cli.ask import ask
from tumen.cli.claims import claims
from tumen.cli.claims_import import claims_import
from tumen.cli.claims_labels import claims_labels
from tumen.cli.decide import decide
from tumen.cli.demo import demo
from tumen.cli.doctor import doctor
from tumen.cli.documents import documents
from tumen.cli.estimate import estimate
from tumen.cli.issues import issues
from tumen.cli.model import model
from tumen.cli.new import new
from tumen.cli.origins import origins
from tumen.cli.picture import picture
from tumen.cli.press import press
from tumen.cli.publish import publish
from tumen.cli.run import run
from tumen.cli.score import score
from tumen.cli.serve import serve
from tumen.cli.verify import verify
from tumen.cli.what_if import what_if
from tumen.cli.world import world
from tumen.errors import TumenError

COMMANDS: tuple[Callable[..., int], ...] = (
    demo,
    new,
    add,
    remove,
    run,
    documents,
    claims,
    claims_import,
    claims_labels,
    origins,
    estimate,
    what_if,
    ask,
    issues,
    decide,
    picture,
    publish,
    verify,
    serve,
    world,
    press,
    score,
    doctor,
)

GROUPED = ("claims_",)
"""Begins the names of commands of two words, `claims import` beside `claims`."""

STOPPED = 130
"""What the parser makes of Ctrl-C: 128 and the number of the signal."""

GARBAGE = (50_000, 20, 20)
"""How many new records are made before cycles among them are looked for: reading makes
many and no cycles, and looking as often as Python does by itself takes a tenth of it."""

EPILOG = """Exit codes: 0 done, 1 cannot be done, 2 wrong usage, 3 done but issues found.

A first case:  tumen new mycase;  tumen add mycase pages/;  tumen run mycase;  tumen serve mycase"""


def _version(wanted: bool) -> None:
    if wanted:
        print(f"tumen {__version__}")
        raise typer.Exit


def about(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Show how a hidden labour system works and how many people are in it.

    Saved pages go in; every statement becomes a claim with its exact words; claims are
    sorted by independent origin; disagreeing figures become dated answers. Tumen models
    the system; it does not operate it, and it finds nobody.
    """


def make_app() -> typer.Typer:
    """Return the command line with every command in it."""
    app = typer.Typer(
        name="tumen",
        epilog=EPILOG,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(about)
    for command in COMMANDS:
        app.command(spoken(command))(command)
    app.add_typer(model)
    return app


def spoken(command: Callable[..., int]) -> str:
    """Return the name of a command as it is typed: `what-if`, `claims import`."""
    name = command.__name__
    return name.replace("_", " " if name.startswith(GROUPED) else "-")


def run_command(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; trouble goes to standard error."""
    try:
        # Calling the app itself would put its own tracebacks before the user.
        code = typer.main.get_command(make_app())(
            _joined(arguments) or ["--help"], prog_name="tumen", standalone_mode=False
        )
    except TumenError as trouble:
        tell(trouble.problem, trouble.remedy)
        return trouble.exit_code
    except (KeyboardInterrupt, typer.Abort):
        code = STOPPED
    except typer.TyperException as wrong:
        tell(wrong.format_message(), f"Run: {_command_of(arguments)} --help")
        return 2
    if code == STOPPED:
        tell("stopped", "Nothing is lost. Run the same command again to go on.")
        return 1
    if not arguments:
        return 2
    return int(code or 0)


def _joined(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with a command of two words as one."""
    both = " ".join(arguments[:2])
    if len(arguments) > 1 and both in map(spoken, COMMANDS):
        return [both, *arguments[2:]]
    return list(arguments)


def _command_of(arguments: Sequence[str]) -> str:
    """Return the command whose help explains what was wrong."""
    names = {"model", *map(spoken, COMMANDS)}
    first = _joined(arguments)[0]
    return f"tumen {first}" if first in names else "tumen"


def tell(problem: str, remedy: str) -> None:
    """Print a problem and what to do next, the way every message looks."""
    first, *more = [*problem.splitlines(), *remedy.splitlines()]
    print(f"tumen: {first}", file=sys.stderr)
    for line in more:
        print(f"       {line}", file=sys.stderr)


def report_bug(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Keep the details of an unforeseen error in a file and say so in two lines."""
    with tempfile.NamedTemporaryFile(
        "w",
        prefix="tumen-",
        suffix=".log",
        delete=False,
        encoding="utf-8",
        errors="backslashreplace",
    ) as log:
        log.writelines(traceback.format_exception(kind, error, trace))
    tell(
        f"an error in Tumen itself: {kind.__name__}",
        f"Your case is safe. The details are in {log.name}; read it before you "
        "pass it on, it may quote your pages.",
    )


def main() -> NoReturn:
    """Run the command line of this process."""
    sys.excepthook = report_bug
    gc.set_threshold(*GARBAGE)
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot print a letter must not end the command.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # a text file here
    try:
        code = run_command(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`head`) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)
