"""Write docs/reference from the code, the codebook and the command line.

The tables of docs/explain/system.md, between its marks, are written too.

python docs/build_reference.py            write the pages
python docs/build_reference.py --check    fail when a page is out of date
"""

import argparse
import ast
import dataclasses
import inspect
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_type_hints

import typer.main

from tumen import errors
from tumen.cli.main import make_app
from tumen.codebook.coverage import Coverage, CoveredElement, Handling
from tumen.codebook.load import BUILT_IN, load_codebook
from tumen.codebook.load_coverage import load_coverage
from tumen.codebook.schema import Arrow, Box, Codebook, Element, MoneyStep
from tumen.pipeline.settings import FILE_NAME, Settings
from tumen.records import score as scores

DOCS = Path(__file__).parent
SOURCE = Path(__file__).parents[1] / "src" / "tumen"
MADE = "<!-- Made by docs/build_reference.py; do not edit. -->\n\n"
SYSTEM = "explain/system.md"
BETWEEN = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
"""A table of a page written by hand; see `system_page`."""


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
        for a in (*codebook.arrows, *codebook.undrawn)
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


def coverage_page(codebook: Codebook, coverage: Coverage) -> str:
    """Return what became of every element of the source texts, text by text."""
    counts = {h: sum(h in e.handled for e in coverage.element) for h in Handling}
    lines = [
        "# What became of each element\n",
        f"Behind the codebook {codebook.name} stand {len(coverage.text)} source texts, "
        f"taken apart into {len(coverage.element)} elements. An element can be handled "
        "in more than one way.\n",
        "| handled as | elements | what it means |",
        "|---|---|---|",
        *(f"| {h} | {counts[h]} | {HANDLED[h]} |" for h in Handling),
        "\n*Where* names boxes, arrows and money steps ([the system](../explain/system.md)), "
        f"elements of the [codebook](codebook-{codebook.name}.md), rules, policies, "
        "conditions and trades of its `world.toml`, and modules of the code.",
    ]
    for text in coverage.text:
        lines += [f"\n## {text.code}: {text.label}: {text.elements} elements\n"]
        lines += [
            "| id | element | handled as | where | left out |",
            "|---|---|---|---|---|",
        ]
        lines += [_covered_row(element) for element in coverage.of_text(text.code)]
    return "\n".join(lines) + "\n"


HANDLED = {
    Handling.MECHANISM: "the simulated world does it",
    Handling.CLAIM: "it is read from a page as a claim with its exact words",
    Handling.DOCUMENT: "a rule about pages, voices or names handles it",
    Handling.NOT_MODELLED: "the simulated world leaves it out, for the reason given",
}


def _covered_row(element: CoveredElement) -> str:
    where = ", ".join(f"`{ref}`" for ref in element.refs)
    left_out = element.reason or element.limit
    return (
        f"| {element.id} | {element.title} | {', '.join(element.handled)} "
        f"| {where} | {left_out} |"
    )


def system_page(codebook: Codebook, coverage: Coverage, page: str) -> str:
    """Return the page on the system with the tables between its marks made anew."""
    arrows = sorted(
        (*codebook.arrows, *codebook.undrawn), key=lambda arrow: int(arrow.code[1:])
    )
    tables = {
        "boxes": _parts(codebook.boxes, coverage),
        "arrows": _parts(arrows, coverage),
        "money": _parts(codebook.money, coverage),
    }
    return BETWEEN.sub(lambda found: f"{found[1]}{tables[found[2]]}{found[3]}", page)


def _parts(parts: Iterable[Box | Arrow | MoneyStep], coverage: Coverage) -> str:
    """Return a table of parts: what each is, who speaks about it, what the world does."""
    known = {part.code: part for part in coverage.part}
    lines = [
        "| | what it is | told by | what nobody has counted | in the simulated world "
        "| elements |",
        "|---|---|---|---|---|---|",
    ]
    for part in parts:
        way = f" ({part.source} to {part.target})" if isinstance(part, Arrow) else ""
        about = known[part.code]
        ids = ", ".join(coverage.telling_of(part.code)) or "none"
        lines.append(
            f"| **{part.code}** {part.label}{way} | {part.definition} | {about.told_by} "
            f"| {about.uncounted} | {about.world} | {ids} |"
        )
    return "\n".join(lines) + "\n"


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


def scores_page() -> str:
    """Return every key of `tumen score --json`, from the records' docstrings."""
    intro = (inspect.getdoc(scores) or "").splitlines()
    lines = [
        "# Scores\n",
        "`tumen score CASE TRUTH --json` prints one object, `Scores`. "
        f"{' '.join(intro[2:])}\n",
    ]
    kept = [each for each in vars(scores).values() if dataclasses.is_dataclass(each)]
    for table in reversed(kept):
        doc = inspect.getdoc(table) or ""
        said = dict(re.findall(r"^    (\w+): (.+(?:\n        .+)*)", doc, re.MULTILINE))
        lines += [f"## {table.__name__}\n", f"{doc.splitlines()[0]}\n"]
        lines += ["| key | holds | what |", "|---|---|---|"]
        lines += [
            f"| `{field.name}` | {_plain_type(str(field.type))} | "
            f"{' '.join(said.get(field.name, 'the scores of this part').split())} |"
            for field in dataclasses.fields(table)
        ]
        lines.append("")
    return "\n".join(lines).replace("None", "null")


def _plain_type(kind: str) -> str:
    """Return a type as a reader of JSON would say it."""
    name = re.sub(r"<class '(?:\w+\.)*(\w+)'>", r"\1", kind)
    name = re.sub(r"tuple\[(?:\w+\.)*(\w+), \.\.\.\]", r"list of \1", name)
    name = re.sub(r"(?:\w+\.)+(\w+)", r"\1", name)
    name = re.sub(r"\b(int|float)\b", "number", name).replace("str", "text")
    return name.replace(" | None", " or null")


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
    """Return the text of every page by its path in docs."""
    pages = {
        "commands.md": commands_page(),
        "errors.md": errors_page(),
        "issues.md": issues_page(),
        "settings.md": settings_page(),
        "scores.md": scores_page(),
    }
    for name in BUILT_IN:
        pages[f"codebook-{name}.md"] = codebook_page(load_codebook(name))
    codebook, coverage = load_codebook(BUILT_IN[0]), load_coverage(BUILT_IN[0])
    pages["coverage.md"] = coverage_page(codebook, coverage)
    made = {f"reference/{name}": MADE + text for name, text in pages.items()}
    written = (DOCS / SYSTEM).read_text(encoding="utf-8")
    return made | {SYSTEM: system_page(codebook, coverage, written)}


def out_of_date(pages: Mapping[str, str]) -> list[str]:
    """Return the paths of pages whose file is missing or differs."""
    return [
        name
        for name, text in pages.items()
        if not (DOCS / name).is_file()
        or (DOCS / name).read_text(encoding="utf-8") != text
    ]


def main() -> int:
    """Write or check the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    pages = make_pages()
    if parser.parse_args().check:
        stale = out_of_date(pages)
        print(*(f"out of date: docs/{name}" for name in stale), sep="\n")
        return 1 if stale else 0
    (DOCS / "reference").mkdir(exist_ok=True)
    for name, text in pages.items():
        (DOCS / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
