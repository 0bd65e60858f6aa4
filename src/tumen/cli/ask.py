"""`tumen ask`: a question answered with quotes, or not at all."""

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from tumen.cli.answers import lines, make_table, print_table
from tumen.cli.options import AsJson, CaseFolder
from tumen.cli.wording import fact, quoted, voice
from tumen.pipeline.ask import Answer, answer_question
from tumen.pipeline.case import open_case
from tumen.publish.json_lines import encode_rows
from tumen.publish.table_rows import headers_of
from tumen.publish.wording import MODEL, verdict_words
from tumen.records.release import ReleasedEstimate

RANGE = "a range of claims, not a probability"


def ask(
    case: CaseFolder,
    question: Annotated[
        str,
        typer.Argument(
            metavar="QUESTION", help='E.g. "how many in 2017".', show_default=False
        ),
    ],
    as_json: AsJson = False,
) -> int:
    """Answer a question with claims, each with its words and voice."""
    made_on = datetime.now(UTC).date()
    with open_case(case) as opened:
        release = opened.release("public" if as_json else "inside", made_on=made_on)
        answer = answer_question(question, release, opened.codebook)
    if as_json:
        sys.stdout.write(encode_rows([*answer.estimates, *answer.claims]))
        return 0
    print(headline(answer))
    table = make_table("", ("what", "who said it", "quote and page"))
    headers = headers_of(release)
    for claim in answer.claims:
        words = lines(quoted(claim, headers), claim.doc or "")
        table.add_row(fact(claim), voice(claim), words)
    if answer.claims:
        print_table(table)
    return 0


def headline(answer: Answer) -> str:
    """Return the answer in words; it never says more than the origins do."""
    if not answer.estimates:
        return f"{answer.reading}: nobody in this case has counted this."
    return "\n".join(_line(answer.reading, row) for row in answer.estimates)


def _line(reading: str, row: ReleasedEstimate) -> str:
    """Return one answer with what kind of answer it is."""
    origins = f"{len(row.lineages)} independent origin{'s' * (len(row.lineages) != 1)}"
    carried = f", carried forward from {row.carried_from}" if row.carried_from else ""
    kind = "weighed by the model" if row.engine == MODEL else RANGE
    return (
        f"{reading}, {row.population or 'people'} in {row.place or 'all places'}: "
        f"{verdict_words(row)} ({origins}{carried}; {kind})"
    )
