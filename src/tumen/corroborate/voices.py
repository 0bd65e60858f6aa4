"""Say who a claim comes from: the keys that two claims of one origin share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tumen.codebook.names import (
    Names,
    Words,
    in_brackets,
    without_brackets,
    words_of,
)
from tumen.records.claim import Claim, SpeakerKind
from tumen.records.document import Document
from tumen.records.ids import CaptureId

ORIGIN_FLAG = "origin:"
SURNAME_LETTERS = 6
"""A single name of fewer letters is too common to stand for a fuller one."""

NAMED = (SpeakerKind.NAMED, SpeakerKind.PSEUDONYMOUS)
BODIES = (SpeakerKind.INSTITUTION, SpeakerKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class Source:
    """Where one claim comes from.

    Args:
        key: equal for two claims of one voice.
        label: the origin's name, the same in all groups of a case.
        same: why a claim with the same key is an echo.
        newsrooms: canonical names of all outlets on the way to the page.
        body: canonical institution a named voice speaks for, else None.
        origin: name a table gives the statement, else None.
        is_sourced: False for a page's own voice.
        is_outlet: True when a newsroom itself vouches for it.
    """

    key: tuple[str, ...]
    label: str
    same: str
    newsrooms: frozenset[str]
    body: str | None
    origin: str | None
    is_sourced: bool
    is_outlet: bool


class Sources:
    """Knows the sources of all claims of a case."""

    def __init__(
        self,
        claims: Iterable[Claim],
        documents: Mapping[CaptureId, Document],
        roots: Mapping[CaptureId, CaptureId],
        names: Names,
    ) -> None:
        self._documents = documents
        self._roots = roots
        self._names = names
        listed = tuple(claims)
        self._rooms = self._names_of_rooms(listed)
        self._people = _fullest(
            without_brackets(claim.speaker.name)
            for claim in listed
            if claim.speaker.kind in NAMED
        )
        self._bodies = _fullest(
            claim.speaker.name for claim in listed if claim.speaker.kind in BODIES
        )
        self.of = {claim.id: self._source(claim) for claim in listed}

    def _source(self, claim: Claim) -> Source:
        key, label, same, is_outlet = self._voice(claim)
        return Source(
            key=key,
            label=label,
            same=same,
            newsrooms=self._newsrooms(claim),
            body=self._names.institution(in_brackets(claim.speaker.name))
            if claim.speaker.kind in NAMED
            else None,
            origin=_origin(claim),
            is_sourced=claim.speaker.kind is not SpeakerKind.AUTHOR,
            is_outlet=is_outlet,
        )

    def _voice(self, claim: Claim) -> tuple[tuple[str, ...], str, str, bool]:
        """Return key, label, reason, and whether a newsroom itself speaks."""
        name, kind, names = claim.speaker.name, claim.speaker.kind, self._names
        if kind in NAMED:
            listed = names.official(name) if kind is SpeakerKind.NAMED else None
            full = listed or self._people[words_of(without_brackets(name))]
            return (
                ("person", *sorted(words_of(full))),
                full,
                "same speaker",
                False,
            )
        if kind in BODIES:
            return self._body(name)
        outlet = self._outlet(claim)
        if kind is SpeakerKind.AUTHOR:
            key: tuple[str, ...] = ("outlet", outlet or "")
            if not outlet:
                key = ("page", self._root(claim))
            where = self._rooms.get(outlet or "", self._page(claim))
            label = f"{where} (own voice)"
            same = f"own voice of the same outlet: {where}" if outlet else "same page"
            return key, label, same, True
        where = self._rooms.get(outlet or "", self._page(claim))
        key = ("unnamed", outlet or self._root(claim), *sorted(words_of(name)))
        same = f"same unnamed voice in {where}" if outlet else "same unnamed voice"
        return key, f"{name} ({where})", same, False

    def _body(self, name: str) -> tuple[tuple[str, ...], str, str, bool]:
        outlet = self._names.outlet(name)
        body = self._names.institution(name)
        if body and not (outlet and len(words_of(outlet)) > len(words_of(body))):
            return ("body", body), body, f"same institution: {body}", False
        if outlet:
            room = self._names.newsroom(outlet)
            where = self._rooms[room]
            same = f"own voice of the same outlet: {where}"
            return ("outlet", room), f"{where} (own voice)", same, True
        full = self._bodies[words_of(name)]
        return ("body", *words_of(full)), full, f"same institution: {full}", False

    def _outlet(self, claim: Claim) -> str | None:
        """Return the newsroom nearest to the speaker, None when no outlet is known."""
        nearest = self._nearest(claim)
        return self._names.newsroom(nearest) if nearest else None

    def _nearest(self, claim: Claim) -> str | None:
        """Return the outlet nearest to the speaker, by its own name."""
        nearest = claim.via
        page = self._documents.get(claim.capture)
        if nearest is None and page is not None:
            nearest = page.original_outlet or page.host
        return self._names.outlet(nearest) or nearest

    def _names_of_rooms(self, claims: Iterable[Claim]) -> dict[str, str]:
        """Return what to call each newsroom: the outlets of it that the case holds."""
        seen: defaultdict[str, set[str]] = defaultdict(set)
        for claim in claims:
            for outlet in (
                self._nearest(claim),
                self._names.outlet(claim.speaker.name),
            ):
                if outlet:
                    seen[self._names.newsroom(outlet)].add(outlet)
        return {room: " / ".join(sorted(outlets)) for room, outlets in seen.items()}

    def _newsrooms(self, claim: Claim) -> frozenset[str]:
        page = self._documents.get(claim.capture)
        passed = [claim.via, *claim.chain, page and page.original_outlet]
        known = (self._names.outlet(name) for name in passed if name)
        return frozenset(self._names.newsroom(outlet) for outlet in known if outlet)

    def _root(self, claim: Claim) -> str:
        return self._roots.get(claim.capture, claim.capture)

    def _page(self, claim: Claim) -> str:
        """Return the name of the page that heads the family of copies."""
        root = self._documents.get(self._roots.get(claim.capture, claim.capture))
        return root.name if root else claim.doc


def _origin(claim: Claim) -> str | None:
    for flag in claim.flags:
        if flag.startswith(ORIGIN_FLAG):
            return flag.removeprefix(ORIGIN_FLAG)
    return None


def _fullest(names: Iterable[str]) -> dict[Words, str]:
    """Return for every spelling of a voice the fullest one in the case.

    "Petrova" stands for "Anna Petrova" when the case knows only one such person, and
    "migration service" for "the state migration service"; a short single name ("Kim")
    stands for nobody but itself.
    """
    by_words: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    for name in names:
        by_words[frozenset(words_of(name))].add(name)
    fullest: dict[Words, str] = {}
    for words, spellings in by_words.items():
        wider = [other for other in by_words if words < other]
        is_common = len(words) == 1 and max(map(len, words)) < SURNAME_LETTERS
        widest = [other for other in wider if not any(other < more for more in wider)]
        stands_for = words if is_common or len(widest) != 1 else widest[0]
        label = min(by_words[stands_for], key=lambda name: (-len(name), name))
        fullest.update((words_of(name), label) for name in spellings)
    return fullest
