"""Read a codebook folder into its typed form; the first wrong key stops with its file."""

import tomllib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

import msgspec

from tumen.codebook import schema
from tumen.codebook.check_model import find_trouble
from tumen.codebook.gazetteer import FILE_NAME
from tumen.codebook.language import Language
from tumen.codebook.model import Model, Scenario
from tumen.codebook.populations import PopulationsFile, written_out
from tumen.codebook.weights import Weights
from tumen.errors import CodebookError

T = TypeVar("T")

DATA = resources.files("tumen.codebook") / "data"
BUILT_IN = ("dprk-labour",)
LEARNED, ENCODER = "learned", "encoder.npz"
"""Folder of a codebook or a language that holds learned weights, one model a file; the
encoder in it."""
LANGUAGE_TABLES = (
    "numbers",
    "times",
    "voices",
    "pages",
    "statements",
    "places",
    "senses",
)


@cache
def load_codebook(name: str) -> schema.Codebook:
    """Return a built-in codebook by name, or the one in a folder given by path.

    Raises:
        CodebookError: no such codebook, or one of its files is wrong.
    """
    folder = folder_of(name)
    head = _read(folder / "codebook.toml")
    parts = {
        "elements": _elements(folder / "elements"),
        "outlets": _entries(folder / "outlets", "outlet", schema.Outlet),
        "institutions": _entries(
            folder / "institutions.toml", "institution", schema.Institution
        ),
        **_gazetteer(head, folder),
        "places": _places(folder / "places.toml"),
        "populations": _populations(folder / "populations.toml"),
        "boxes": _entries(folder / "system.toml", "box", schema.Box),
        "arrows": _entries(folder / "system.toml", "arrow", schema.Arrow),
        "undrawn": _entries(folder / "system.toml", "undrawn", schema.Arrow),
        "money": _entries(folder / "system.toml", "money", schema.MoneyStep),
        "calendar": _entries(folder / "calendar.toml", "event", schema.PublicEvent),
        "tables": _entries(folder / "tables", "table", schema.TableFormat),
        "questions": _entries(folder / "questions.toml", "question", schema.Question),
        "classes": _classes(folder / "classes.toml"),
        "model": read_model(folder / "model.toml"),
        "learned": read_weights(folder / LEARNED),
        "encoder": _encoder(folder / LEARNED),
        "languages": {code: _language(code) for code in _codes(head)},
    }
    return _convert(head | {"name": Path(name).name} | parts, schema.Codebook, name)


def _gazetteer(head: dict[str, object], folder: Traversable) -> dict[str, object]:
    """Return the rules of the gazetteer with its file, nothing without rules."""
    rules, file = head.get("gazetteer"), folder / FILE_NAME
    if not isinstance(rules, dict):
        return {}
    return {
        "gazetteer": {**rules, "packed": file.read_bytes() if file.is_file() else b""}
    }


def folder_of(name: str) -> Traversable:
    """Return the folder of a built-in codebook, or the one given by path.

    Raises:
        CodebookError: no such codebook.
    """
    folder: Traversable = DATA / name if name in BUILT_IN else Path(name)
    if not (folder / "codebook.toml").is_file():
        raise CodebookError(
            f"no codebook {name!r}",
            f"Use one of: {', '.join(BUILT_IN)}, or a folder with codebook.toml.",
        )
    return folder


def read_entry(file: Traversable, kind: type[T]) -> T:
    """Return a file that is one entry as a whole.

    Raises:
        CodebookError: a key or value is wrong.
    """
    return _convert(_read(file), kind, f"{file}")


def read_model(file: Traversable) -> Model | None:
    """Return the model in a file, None without such a file.

    Raises:
        CodebookError: a key or value is wrong, or names do not fit together.
    """
    if not file.is_file():
        return None
    model = _convert(_read(file), Model, f"{file}")
    trouble = find_trouble(model)
    if trouble:
        raise CodebookError(f"{file}: {trouble[0]}", "Mend the entry.")
    return model


def read_scenario(file: Path, model: Model) -> Scenario:
    """Return a scenario of one's own, written as one of the model's `[[scenarios]]`.

    Raises:
        CodebookError: a key is wrong, or it names a rate or compartment that the model
            does not have.
    """
    if not file.is_file():
        raise CodebookError(
            f"there is no file {file}", "Name a scenario of the model, or a TOML file."
        )
    scenario = _convert(_read(file), Scenario, f"{file}")
    alone = msgspec.structs.replace(model, scenarios=(scenario,))
    trouble = find_trouble(alone)
    if trouble:
        raise CodebookError(f"{file}: {trouble[0]}", "Mend the scenario.")
    return scenario


def _elements(folder: Traversable) -> dict[str, schema.Element]:
    found = _entries(folder, "element", schema.Element)
    elements = {element.code: element for element in found}
    if len(elements) != len(found):
        codes = [element.code for element in found]
        twice = sorted({code for code in codes if codes.count(code) > 1})
        raise CodebookError(f"{folder}: defined twice: {twice}", "Keep one of each.")
    return elements


def _places(file: Traversable) -> tuple[schema.Place, ...]:
    places = _entries(file, "place", schema.Place)
    within = {place.name: place.within for place in places}
    for name in within:
        step, passed = within[name], {name}
        while step is not None and step not in passed:
            passed.add(step)
            step = within.get(step)
        if step is not None:
            raise CodebookError(
                f"{file}: {name} lies, step by step, in itself: {sorted(passed)}",
                "Let one of them lie in another place, or in none.",
            )
    return places


def _populations(file: Traversable) -> tuple[schema.Population, ...]:
    found = _read(file) if file.is_file() else {}
    return written_out(_convert(found, PopulationsFile, f"{file}"))


def _entries(where: Traversable, key: str, kind: type[T]) -> tuple[T, ...]:
    """Return the `[[key]]` tables of a file, or of every file of a folder."""
    if where.is_file():
        return _convert(_read(where).get(key, ()), tuple[kind, ...], f"{where}")  # type: ignore[valid-type]  # a type made at run time
    if not where.is_dir():
        return ()
    files = sorted(
        (file for file in where.iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    )
    return tuple(entry for file in files for entry in _entries(file, key, kind))


def _classes(file: Traversable) -> dict[str, dict[str, tuple[str, ...]]]:
    found = _read(file) if file.is_file() else {}
    return _convert(found, dict[str, dict[str, tuple[str, ...]]], f"{file}")


def _codes(head: dict[str, object]) -> tuple[str, ...]:
    return _convert(head.pop("languages", ()), tuple[str, ...], "languages")


@cache
def _language(code: str) -> Language:
    folder = DATA / "languages" / code
    tables = {table: _read(folder / f"{table}.toml") for table in LANGUAGE_TABLES}
    learned = {LEARNED: read_weights(folder / LEARNED)}
    return _convert(tables | learned, Language, f"{folder}")


def _encoder(folder: Traversable) -> Path | None:
    """Return the file of an encoder, which is read when somebody asks for it."""
    file = folder / ENCODER
    return Path(str(file)) if file.is_file() else None


def read_weights(folder: Traversable) -> dict[str, Weights]:
    """Return the learned weights in a folder by name of the model; none without it.

    Raises:
        CodebookError: a file holds no such weights.
    """
    if not folder.is_dir():
        return {}
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    return {
        file.name.removesuffix(".json"): _weights(file)
        for file in files
        if file.name.endswith(".json")
    }


def _weights(file: Traversable) -> Weights:
    try:
        return msgspec.json.decode(file.read_bytes(), type=Weights)
    except (OSError, msgspec.DecodeError) as error:
        raise CodebookError(f"{file}: {error}", "Learn the weights again.") from error


def _read(file: Traversable) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CodebookError(f"{file}: {error}", "Mend the file.") from error


def _convert(data: object, kind: type[T], where: str) -> T:
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise CodebookError(f"{where}: {error}", "Mend the entry.") from error
