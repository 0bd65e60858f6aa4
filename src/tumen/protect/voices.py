"""Tell which voices speak in public by choice or office."""

import re
from collections.abc import Iterable, Iterator

from tumen.protect.names import ListedNames
from tumen.protect.persons import has_any
from tumen.protect.policy import Policy, PolicyWords
from tumen.records.claim import ARTICLE_VOICE, Claim, SpeakerKind, Voice
from tumen.records.document import Document

AROUND = 120
"""Letters around a name within which a public role must stand."""

OWN_CLAUSE = re.compile(r"[.!?;:,\n“”\"]")
LOWER = re.compile(r"(?<![^\W_])[a-z][^\W_]*")
SET_BEHIND = re.compile(r"\s*[,(–—-]\s*((?:(?! who | that | whom )[^.;!?)]){2,118})")
BY_SOMEBODY = re.compile(r"\bby\b|['’]s?\b", re.IGNORECASE)
CAPITALS = re.compile(r"(?:[^\W\d_a-z][^\W_]*[ ]?)+")

BODIES = (SpeakerKind.INSTITUTION, SpeakerKind.DOCUMENT)


def find_public_voices(
    claims: Iterable[Claim],
    documents: Iterable[Document],
    policy: Policy,
    institutions: Iterable[str] = (),
) -> frozenset[str]:
    """Return names of speakers that stand beside a public role on some page.

    So does a name that is said to be of, or at, one of the listed institutions.

    A name that stands beside words of arrest, flight or help on any page is left out,
    whatever role it has elsewhere.
    """
    named = {c.speaker.name for c in claims if c.speaker.kind is SpeakerKind.NAMED}
    texts = tuple(document.text for document in documents)
    bodies = tuple(institution.casefold() for institution in institutions)
    return frozenset(name for name in named if _is_public(name, texts, policy, bodies))


def _is_public(
    name: str, texts: tuple[str, ...], policy: Policy, bodies: tuple[str, ...]
) -> bool:
    words = policy.words
    around = (name, *(part for text in texts for part in _around(name, text)))
    if any(has_any(part, words.helping) for part in around):
        return False
    return has_any(name, words.public_roles) or any(
        _has_role(name, part, words)
        or _speaks_for(name, part, words.affiliation, bodies)
        for part in around
    )


def _has_role(name: str, part: str, words: PolicyWords) -> bool:
    """Tell whether a public role is said of the name: before it or set behind it.

    `our reporter met Iva Lund` gives her none: a word in lower case stands between.
    """
    before, _, after = part.partition(name)
    title = OWN_CLAUSE.split(before)[-1]
    if has_any(title, words.public_roles):
        tail = _after_role(title, words.public_roles)
        if all(w in words.role_joining for w in LOWER.findall(tail)):
            return True
    inserted = SET_BEHIND.match(after)
    return inserted is not None and has_any(inserted[1], words.public_roles)


def _after_role(title: str, roles: tuple[str, ...]) -> str:
    lowered = title.casefold()
    ends = (lowered.rfind(role) + len(role) for role in roles if role in lowered)
    return title[max(ends) :]


def _speaks_for(
    name: str, part: str, affiliation: tuple[str, ...], bodies: tuple[str, ...]
) -> bool:
    """Tell whether words like `of the` join a name to a listed institution."""
    after = part.partition(name)[2].casefold().lstrip(" ")
    joined = (after[len(by) :].lstrip() for by in affiliation if after.startswith(by))
    return any(rest.startswith(bodies) for rest in joined)


def _around(name: str, text: str) -> Iterator[str]:
    at = text.find(name)
    while at >= 0:
        yield text[max(0, at - AROUND) : at + len(name) + AROUND].replace("\n", " ")
        at = text.find(name, at + len(name))


def may_name(voice: Voice, names: ListedNames, policy: Policy) -> bool:
    """Tell whether the name of a voice may leave in public.

    The page's own voice, listed institutions, public speakers, and bodies whose own
    name carries a word such as ministry or institute; never a pseudonym, somebody
    unnamed, or a report by somebody.
    """
    if voice.name == ARTICLE_VOICE:
        return True
    if names.forbids(voice.name):
        return False
    if voice.kind in BODIES:
        return names.allows(voice.name) or _is_body(voice.name, names, policy)
    return voice.kind is SpeakerKind.NAMED and names.allows_name(voice.name)


def _is_body(name: str, names: ListedNames, policy: Policy) -> bool:
    """Tell whether every unlisted name in a voice is that of a body, by its own word."""
    if BY_SOMEBODY.search(name):
        return False
    rest = names.names.sub(" ", name)
    return all(
        has_any(capitals, policy.words.bodies)
        for capitals in CAPITALS.findall(rest)
        if names.unlisted(capitals)
    )
