"""Read the groups of people that can be counted, their phrases written out in full.

A word of a phrase that begins with `@` names a list of the file and stands for each of
its members: `@nation @hand` is every nation with every hand. With an -s behind the name
of the list each member has one: `@hands from @land`.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import msgspec

from tumen.codebook.schema import Population
from tumen.errors import CodebookError

MARK = "@"
"""Begins the name of a list in a phrase."""


class PopulationsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `populations.toml` holds.

    Args:
        lists: words that phrases name with `@`, by language and name of the list.
        population: the groups, the narrower before the wider.
    """

    lists: dict[str, dict[str, tuple[str, ...]]] = {}
    population: tuple[Population, ...] = ()


def written_out(file: PopulationsFile) -> tuple[Population, ...]:
    """Return the groups of a file with every phrase in full.

    Raises:
        CodebookError: a phrase names a list that the file does not hold.
    """
    return tuple(
        msgspec.structs.replace(
            people,
            words={
                language: tuple(_phrases(words, file.lists.get(language, {})))
                for language, words in people.words.items()
            },
        )
        for people in file.population
    )


def _phrases(words: Sequence[str], lists: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for phrase in words:
        places = [_meant(word, lists) for word in phrase.split()]
        yield from (" ".join(chosen) for chosen in product(*places))


def _meant(word: str, lists: Mapping[str, Sequence[str]]) -> Sequence[str]:
    if not word.startswith(MARK):
        return (word,)
    name = word.removeprefix(MARK)
    if name in lists:
        return lists[name]
    if not name.endswith("s") or name[:-1] not in lists:
        raise CodebookError(
            f"a population names the list {word}, which is not there",
            f"Write it under [lists], or use one of: {', '.join(sorted(lists))}.",
        )
    return tuple(f"{member}s" for member in lists[name[:-1]])
