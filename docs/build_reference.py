"""Write docs/reference from the code, the codebook and the command line.

python docs/build_reference.py            write the pages
python docs/build_reference.py --check    fail when a page is out of date
"""

import argparse
import ast
import dataclasses
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_type_hints

import typer.main

from tumen import errors
from tumen.cli.main import make_app
from tumen.codebook.load import BUILT_IN, load_codebook
from tumen.codebook.schema import Codebook, Element
from tumen.pipeline.settings import FILE_NAME, Settings

REFERENCE = Path(__file__).parent / "reference"
SOURCE = Path(__file__).parents[1] / "src" / "tumen"
MADE = "<!-- Made by docs/build_reference.py; do not edit. -->\n\n"


def commands_page() -> str:
    """Return every command with its arguments and options."""
    app = typer.main.get_command(make_app())
    lines = ["# Commands\n", f"{app.help}\n"]
    for name, command in _spelled_out(app):
        wanted = [p for p in command.params if p.param_type_name == "argument"]
        options = [p for p in command.params if p.param_type_name == "option"]
        usage = " ".join(["tumen", name, *(str(p.metavar or p.name) for p in wanted)])
        lines += [f"## tumen {name}\n", f"`{usage}`\n", f"{command.help}\n"]
        lines += [f"- `{p.metavar or p.name}`: {p.help}" for p in wanted if p.help]
        lines += [f"- `{', '.join(p.opts)}`: {p.help}" for p in options if p.help]
        lines.append("")
    return "\n".join(lines)


def _spelled_out(app: object, before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every command with its full name, those of groups too."""
    for name, command in getattr(app, "commands", {}).items():
        if hasattr(command, "commands"):
            yield from _spelled_out(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def codebook_page(codebook: Codebook) -> str:
    """Return every element, box and arrow of a codebook."""
    lines = [f"# Codebook {codebook.name} {codebook.version}\n", f"{codebook.title}.\n"]
    for kind in ("figure", "event", "condition", "policy"):
        elements = [e for e in codebook.elements.values() if e.kinds[0] == kind]
        lines += [f"## First of all a {kind}: {len(elements)} elements\n"]
        lines += [
            "| code | what | measures | units | evidence |",
            "|---|---|---|---|---|",
        ]
        lines += [
            _element_row(element) for element in sorted(elements, key=lambda e: e.code)
        ]
        lines.append("")
    lines += ["## Boxes of the system\n", "| code | box | what |", "|---|---|---|"]
    lines += [f"| {b.code} | {b.label} | {b.definition} |" for b in codebook.boxes]
    lines += [
        "\n## Arrows\n",
        "| code | arrow | from, to | what |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {a.code} | {a.label} | {a.source}, {a.target} | {a.definition} |"
        for a in codebook.arrows
    ]
    lines += ["\n## Money\n", "| code | step | what |", "|---|---|---|"]
    lines += [f"| {m.code} | {m.label} | {m.definition} |" for m in codebook.money]
    return "\n".join(lines) + "\n"


def _element_row(element: Element) -> str:
    evidence = element.not_evidence or element.evidence_for or ""
    measures, units = ", ".join(element.measures), ", ".join(element.units)
    return (
        f"| {element.code} | {element.definition} | {measures} | {units} | {evidence} |"
    )


def errors_page() -> str:
    """Return the tree of errors."""
    return f"# Errors\n\n```text\n{errors.__doc__}```\n"


def issues_page() -> str:
    """Return the codes of issues, found in the source."""
    rows = sorted(set(find_issue_codes()))
    lines = [
        "# Issues\n",
        "What in the material could not be understood. `tumen issues CASE` lists them.\n",
    ]
    lines += ["| stage | issue |", "|---|---|"]
    return (
        "\n".join([*lines, *(f"| {stage} | {code} |" for stage, code in rows)]) + "\n"
    )


def settings_page() -> str:
    """Return every setting with its default and what its docstring says of it."""
    lines = [
        "# Settings\n",
        f"They stand in `{FILE_NAME}` of the case folder. What is left out has its "
        "default; a key that is not listed here is an error.\n",
    ]
    for table in get_type_hints(Settings).values():
        doc = inspect.getdoc(table) or ""
        said = dict(re.findall(r"^    (\w+): (.+(?:\n        .+)*)", doc, re.MULTILINE))
        lines += [f"## {doc.splitlines()[0].rstrip('.')}\n"]
        lines += ["| key | default | what |", "|---|---|---|"]
        for field in dataclasses.fields(table):
            lines.append(_setting_row(field, " ".join(said[field.name].split())))
        lines.append("")
    return "\n".join(lines)


def _setting_row(field: "dataclasses.Field[object]", said: str) -> str:
    left_out = field.default is dataclasses.MISSING
    return f"| `{field.name}` | {'' if left_out else f'`{field.default!r}`'} | {said} |"


def find_issue_codes() -> Iterator[tuple[str, str]]:
    """Yield stage and code of every Issue, and of every error that becomes one."""
    for module in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                for given in _code_of(node):
                    yield module.parent.name, given


def _code_of(call: ast.Call) -> Iterator[str]:
    """Yield the code a call gives; a computed one is named where it is computed."""
    made = ast.unparse(call.func)
    given: list[ast.expr] = []
    if made == "Issue":
        given = [word.value for word in call.keywords if word.arg == "code"]
    if made == "MaterialError":
        given = call.args[2:3]
    for code in given:
        if isinstance(code, ast.Constant):
            yield str(code.value)


def make_pages() -> Mapping[str, str]:
    """Return the text of every page by its file name."""
    pages = {
        "commands.md": commands_page(),
        "errors.md": errors_page(),
        "issues.md": issues_page(),
        "settings.md": settings_page(),
    }
    for name in BUILT_IN:
        pages[f"codebook-{name}.md"] = codebook_page(load_codebook(name))
    return {name: MADE + text for name, text in pages.items()}


def out_of_date(pages: Mapping[str, str]) -> list[str]:
    """Return the names of pages whose file is missing or differs."""
    return [
        name
        for name, text in pages.items()
        if not (REFERENCE / name).is_file()
        or (REFERENCE / name).read_text(encoding="utf-8") != text
    ]


def main() -> int:
    """Write or check the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    pages = make_pages()
    if parser.parse_args().check:
        stale = out_of_date(pages)
        print(*(f"out of date: docs/reference/{name}" for name in stale), sep="\n")
        return 1 if stale else 0
    REFERENCE.mkdir(exist_ok=True)
    for name, text in pages.items():
        (REFERENCE / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
