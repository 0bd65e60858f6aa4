"""The protection policy as typed data; the words and lists stand in policy.toml."""

import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib import resources

import msgspec

from tumen.errors import ProtectionError

POLICY_FILE = resources.files("tumen.protect") / "policy.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyWords:
    """Words that tell what a name is; one list per key of policy.toml `[words]`."""

    pseudonym_after: tuple[str, ...]
    pseudonym_before: tuple[str, ...]
    arrested: tuple[str, ...]
    fled: tuple[str, ...]
    helping: tuple[str, ...]
    joining: tuple[str, ...]
    aged: tuple[str, ...]
    public_roles: tuple[str, ...]
    role_joining: tuple[str, ...]
    affiliation: tuple[str, ...]
    bodies: tuple[str, ...]
    route: tuple[str, ...]
    calendar: tuple[str, ...]
    common_names: tuple[str, ...]
    ordinary: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Who is at risk, and how coarse a public release is.

    Args:
        small_cell: values from 1 to below this are not shown in public.
        few: counts up to this in an element of `when_few` are about people at risk.
        minor_age: years.
        near: letters that may lie between a name and the words that endanger it.
        at_risk, when_few, annual, official: element codes, `*` for any ending.
        roles: roles of populations that are guarded.
        few_words: words, in lower case, of claims about one or a few people.
    """

    small_cell: int
    few: int
    minor_age: int
    near: int
    at_risk: tuple[str, ...]
    when_few: tuple[str, ...]
    annual: tuple[str, ...]
    official: tuple[str, ...]
    roles: tuple[str, ...]
    few_words: tuple[str, ...]
    words: PolicyWords


def read_policy(text: str) -> Policy:
    """Return the policy written in TOML.

    Raises:
        ProtectionError: a key is missing or of the wrong type; nothing may leave.
    """
    try:
        return msgspec.convert(tomllib.loads(text), Policy)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ProtectionError(
            f"protect/policy.toml: {error}",
            "Mend the policy; nothing leaves until then.",
        ) from error


@cache
def load_policy() -> Policy:
    """Return the built-in policy."""
    return read_policy(POLICY_FILE.read_text(encoding="utf-8"))


def is_listed(element: str, patterns: tuple[str, ...]) -> bool:
    """Tell whether an element code is one of the patterns."""
    return any(fnmatchcase(element, pattern) for pattern in patterns)
