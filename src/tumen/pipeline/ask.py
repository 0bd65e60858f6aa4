"""Answer a question of the codebook from the claims of a release, or say what can be asked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tumen.codebook.schema import Codebook, Question
from tumen.errors import UsageError
from tumen.records.release import Release, ReleasedClaim, ReleasedEstimate

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MOST_CLAIMS = 12
"""Claims shown with an answer; all of them are in `tumen claims`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a question was taken to mean, and what the case says about it.

    Args:
        reading: the question as understood, with its years.
        estimates: answers of the series, one for each year and place.
        claims: the claims they rest on, or, without any, those of the element.
    """

    reading: str
    estimates: tuple[ReleasedEstimate, ...]
    claims: tuple[ReleasedClaim, ...]


def answer_question(question: str, release: Release, codebook: Codebook) -> Answer:
    """Return the answer of the best matching question of the codebook.

    Raises:
        UsageError: the codebook has no such question; the remedy lists those it has.
    """
    asked = find_question(question, codebook.questions)
    years = tuple(int(year) for year in YEAR.findall(question))
    estimates = tuple(_estimates(release.estimates, asked, years))
    used = {claim for row in estimates for claim in row.claims}
    claims = [claim for claim in release.claims if claim.id in used]
    if not claims:
        claims = [
            claim
            for claim in release.claims
            if claim.element == asked.element and _speaks_of(claim, years)
        ]
    when = f" in {', '.join(map(str, years))}" if years else ""
    return Answer(
        reading=asked.reading + when,
        estimates=estimates,
        claims=tuple(claims[:MOST_CLAIMS]),
    )


def find_question(text: str, questions: Sequence[Question]) -> Question:
    """Return the question with the most groups of words met, then the longest words.

    Raises:
        UsageError: no question has all its groups met.
    """
    lowered = " ".join(text.lower().split())
    met = [
        (len(lengths), sum(lengths), question)
        for question in questions
        for groups in question.words.values()
        if all(lengths := [_longest(group, lowered) for group in groups])
    ]
    if not met:
        examples = "; ".join(f'"{question.example}"' for question in questions)
        raise UsageError(f"no answer for {text!r}", f"Ask for example: {examples}.")
    return max(met, key=lambda found: found[:2])[2]


def _longest(words: Iterable[str], text: str) -> int:
    """Return the letters of the longest words that stand in a text, 0 without any."""
    return max((len(word) for word in words if _stands(word, text)), default=0)


def _stands(words: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(words)}\b", text) is not None


def _estimates(
    rows: Iterable[ReleasedEstimate], asked: Question, years: tuple[int, ...]
) -> list[ReleasedEstimate]:
    """Return the answers for the years; without years, those nobody carried forward.

    Answers of the year itself come before those carried forward, those of many
    origins before those of few, the latest year first.
    """
    found = [
        row
        for row in rows
        if row.element == asked.element and row.measure in asked.measures
    ]
    if years:
        found = [row for row in found if row.date.year in years]
    else:
        found = [row for row in found if row.carried_from is None]
    return sorted(found, key=_rank)


def _rank(row: ReleasedEstimate) -> tuple[bool, int, int]:
    return (row.carried_from is not None, -len(row.lineages), -row.date.toordinal())


def _speaks_of(claim: ReleasedClaim, years: tuple[int, ...]) -> bool:
    first, last = claim.as_of_start, claim.as_of_end
    if not years:
        return True
    if first is None and last is None:
        return False
    begin = first.year if first else min(years)
    end = last.year if last else max(years)
    return any(begin <= year <= end for year in years)
