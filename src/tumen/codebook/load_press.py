"""Read how a codebook's invented press reports a simulated world."""

import tomllib
from functools import cache
from importlib.resources.abc import Traversable

import msgspec

from tumen.codebook.check_press import find_press_trouble
from tumen.codebook.load import folder_of, load_codebook
from tumen.codebook.press import PressRules
from tumen.errors import CodebookError

FOLDER = "press"
ONE_NAME = {
    "fact": "facts",
    "voice": "voices",
    "time": "times",
    "frame": "frames",
    "sentence": "sentences",
    "outlet": "outlets",
    "layout": "layouts",
    "plan": "plans",
}
"""Tables are written one by one: `[[fact]]`; their list has the name of many."""


@cache
def load_press_rules(codebook: str) -> PressRules:
    """Return the rules of a codebook's press.

    Raises:
        CodebookError: the codebook has none, or they are wrong.
    """
    folder = folder_of(codebook) / FOLDER
    if not folder.is_dir():
        raise CodebookError(
            f"the codebook {codebook} has no invented press",
            "Add a folder press to it; docs/howto/make_labelled_text.md tells how.",
        )
    rules = _convert(_gather(folder), f"{folder}")
    trouble = find_press_trouble(rules, load_codebook(codebook))
    if trouble:
        raise CodebookError(f"{folder}: {trouble[0]}", "Mend the entry.")
    return rules


def _gather(folder: Traversable) -> dict[str, object]:
    """Return the keys of all files; lists and tables of one name are put together."""
    found: dict[str, object] = {}
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    )
    for file in files:
        for key, value in _read(file).items():
            name = ONE_NAME.get(key, key)
            found[name] = _joined(found.get(name), value, f"{file}: {key}")
    return found


def _joined(old: object, new: object, where: str) -> object:
    if old is None:
        return new
    if isinstance(old, list) and isinstance(new, list):
        return [*old, *new]
    if isinstance(old, dict) and isinstance(new, dict):
        return old | new
    raise CodebookError(f"{where} is written twice", "Keep one of them.")


def _read(file: Traversable) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CodebookError(f"{file}: {error}", "Mend the file.") from error


def _convert(found: dict[str, object], where: str) -> PressRules:
    try:
        return msgspec.convert(found, PressRules)
    except msgspec.ValidationError as error:
        raise CodebookError(f"{where}: {error}", "Mend the entry.") from error
