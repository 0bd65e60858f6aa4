"""Write many phrases as one regular expression that is quick to try."""

import re
from collections.abc import Iterable

SPACE = r"\s+"
EITHER_APOSTROPHE = "['’]"
Node = dict[str, "Node"]
END = ""
"""Key under which a node says that a phrase may end there."""


def choice_of(phrases: Iterable[str]) -> str:
    """Return an expression for any of the phrases, the longest first.

    Common beginnings stand once, so that a place where no phrase begins is left after
    one letter. A space matches any white space, an apostrophe both of its forms. No
    phrases give an empty expression.
    """
    root: Node = {}
    for phrase in phrases:
        node = root
        for sign in phrase:
            node = node.setdefault(_part(sign), {})
        node[END] = {}
    return _written(root) if root else ""


def by_opening(patterns: Iterable[str]) -> str:
    """Return an expression for any of some patterns, the first of the order given.

    Those that begin with the same letter stand together: at a place where none begins
    each letter is tried once. No patterns give an empty expression.

    Args:
        patterns: each begins with a letter or sign that stands for itself.
    """
    by_letter: dict[str, list[str]] = {}
    for pattern in patterns:
        size = 2 if pattern.startswith("\\") else 1
        by_letter.setdefault(pattern[:size], []).append(pattern[size:])
    return "|".join(f"{one}(?:{'|'.join(rest)})" for one, rest in by_letter.items())


def _part(sign: str) -> str:
    if sign == " ":
        return SPACE
    return EITHER_APOSTROPHE if sign == "'" else re.escape(sign)


def _written(node: Node) -> str:
    ways = [part + _written(child) for part, child in node.items() if part != END]
    if not ways:
        return ""
    if len(ways) == 1 and END not in node:
        return ways[0]
    return f"(?:{'|'.join(ways)}){'?' if END in node else ''}"
