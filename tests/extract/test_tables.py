from datetime import date

from tumen.codebook.load import load_codebook
from tumen.extract.gate import check_claim
from tumen.extract.tables import table_claims, table_issues
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import Claim
from tumen.records.document import Block, Document, Form, Role
from tumen.records.ids import CaptureId
from tumen.records.period import Period
from tumen.records.span import Span

CODEBOOK = load_codebook("dprk-labour")
HEADER = (
    "id,element,measure,low,best,high,unit,qualifier,as_of_start,as_of_end,place,iso,"
    "population,speaker,speaker_kind,house,origin,via,outlet,hedge"
)
GOOD = (
    "Z1,people.present,stock,,4200,,persons,about,2016-01-01,2016-12-31,Russia,RU,"
    '"NK workers","Office of Invented Counts",institution,inv,inv2016,'
    "Wire Z via Paper Z,Radio Z,estimated"
)
SERIES = "year_end,refugees,asylum_seekers,refugee_applications"


def make_table(*lines: str) -> Document:
    text = "\n".join(lines)
    blocks: list[Block] = []
    at = 0
    for line in lines:
        role = Role.BODY if blocks else Role.FURNITURE
        blocks.append(Block(Span(at, at + len(line)), role))
        at += len(line) + 1
    return Document(
        capture=CaptureId("0" * 64),
        name="counts.csv",
        text=text,
        blocks=tuple(blocks),
        form=Form.TABLE,
        header=tuple(lines[0].split(",")),
    )


def only_claim(document: Document) -> Claim:
    (claim,) = table_claims(document, CODEBOOK)
    return claim


def test_each_row_of_slots_is_a_claim_that_quotes_its_raw_line() -> None:
    claim = only_claim(make_table(HEADER, GOOD))

    assert (claim.quote, claim.found_by) == (GOOD, "table")


def test_amount_and_period_are_those_of_the_cells() -> None:
    claim = only_claim(make_table(HEADER, GOOD))

    assert (claim.amount, claim.as_of) == (
        Amount(
            measure=Measure.STOCK,
            best=4200,
            unit="persons",
            qualifier=Qualifier.ABOUT,
        ),
        Period(date(2016, 1, 1), date(2016, 12, 31)),
    )


def test_the_chain_runs_from_the_speaker_to_the_outlet() -> None:
    claim = only_claim(make_table(HEADER, GOOD))

    assert (claim.via, claim.chain) == (
        "Wire Z",
        ("Office of Invented Counts", "Wire Z", "Paper Z", "Radio Z"),
    )


def test_the_origin_of_a_row_is_kept_for_corroboration() -> None:
    assert only_claim(make_table(HEADER, GOOD)).flags == ("origin:inv2016",)


def test_an_author_speaks_as_the_article() -> None:
    row = GOOD.replace(",institution,", ",author,")

    assert only_claim(make_table(HEADER, row)).speaker.name == "article"


def test_rows_of_slots_pass_the_gate() -> None:
    document = make_table(HEADER, GOOD)

    check_claim(only_claim(document), document, CODEBOOK)


def test_a_bad_row_is_an_issue_with_its_words_and_the_others_are_read() -> None:
    bad = GOOD.replace("4200", "plenty")
    document = make_table(HEADER, bad, GOOD)
    (issue,) = table_issues(document, CODEBOOK)

    assert issue.span is not None
    assert (issue.code, issue.span.quote(document.text)) == ("table_row", bad)
    assert len(table_claims(document, CODEBOOK)) == 1


def test_a_word_outside_its_list_is_an_issue() -> None:
    document = make_table(HEADER, GOOD.replace(",about,", ",maybe,"))

    assert "maybe" in table_issues(document, CODEBOOK)[0].problem


def test_bounds_that_do_not_fit_the_qualifier_are_an_issue() -> None:
    document = make_table(HEADER, GOOD.replace(",about,", ",over,"))

    assert [i.code for i in table_issues(document, CODEBOOK)] == ["table_row"]


def test_a_day_that_does_not_exist_is_an_issue() -> None:
    document = make_table(HEADER, GOOD.replace("2016-12-31", "2016-12-32"))

    assert "2016-12-32" in table_issues(document, CODEBOOK)[0].problem


def test_a_missing_element_is_an_issue() -> None:
    document = make_table(HEADER, GOOD.replace("people.present", ""))

    assert "element" in table_issues(document, CODEBOOK)[0].problem


def test_a_row_of_other_width_is_an_issue() -> None:
    document = make_table(HEADER, "a,b")

    assert [i.code for i in table_issues(document, CODEBOOK)] == ["table_row"]


def test_a_table_with_unknown_columns_is_one_issue() -> None:
    document = make_table("fruit,weight", "pear,3")

    assert [i.code for i in table_issues(document, CODEBOOK)] == ["unknown_table"]
    assert table_claims(document, CODEBOOK) == ()


def test_a_known_series_gives_one_claim_for_each_filled_cell() -> None:
    claims = table_claims(make_table(SERIES, "2031,7,3,", "2032,8,,4"), CODEBOOK)

    assert [(c.element, c.amount.best) for c in claims] == [
        ("people.asylum_granted", 7),
        ("people.asylum_pending", 3),
        ("people.asylum_granted", 8),
        ("people.asylum_request", 4),
    ]


def test_stocks_of_a_year_end_series_stand_on_its_last_day() -> None:
    claims = table_claims(make_table(SERIES, "2031,7,,4"), CODEBOOK)

    assert [c.as_of for c in claims] == [
        Period(date(2031, 12, 31), date(2031, 12, 31)),
        Period(date(2031, 1, 1), date(2031, 12, 31)),
    ]


def test_a_series_row_without_a_year_is_an_issue() -> None:
    document = make_table(SERIES, "unknown,7,3,")

    assert [i.code for i in table_issues(document, CODEBOOK)] == ["table_row"]


def test_a_cell_of_a_series_row_passes_the_gate() -> None:
    document = make_table(SERIES, "2031,7,,")

    check_claim(only_claim(document), document, CODEBOOK)


def test_fewer_people_than_nobody_are_refused() -> None:
    (issue,) = table_issues(make_table(HEADER, GOOD.replace("4200", "-5")), CODEBOOK)
    assert "fewer people than none" in issue.problem


def test_degrees_below_zero_are_no_people() -> None:
    cold = GOOD.replace("people.present,stock", "cond.climate,none")
    table = make_table(HEADER, cold.replace("4200", "-30").replace("persons", ""))
    assert table_issues(table, CODEBOOK) == ()
