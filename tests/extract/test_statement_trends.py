import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.regex_analyzer import RegexAnalyzer
from tumen.extract.statement_cues import Classes
from tumen.extract.statement_matches import find_matches, make_table
from tumen.extract.statement_trends import counted_element, trend_elements
from tumen.records.claim import Claim, Kind, SpeakerKind, Voice
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.span import Span

CODEBOOK = load_codebook("dprk-labour")
ENGLISH = CODEBOOK.languages["en"]
CLASSES = Classes.of(CODEBOOK.classes["en"])
FIGURE = Claim(
    id=ClaimId("f" * 16),
    capture=CaptureId("c" * 64),
    doc="page.txt",
    span=Span(0, 5),
    quote="Forty",
    kind=Kind.FIGURE,
    element="people.hiding",
    speaker=Voice("article", SpeakerKind.AUTHOR),
    rule="figure",
)


def counted(text: str, *figures: Claim) -> list[str | None]:
    whole = Span(0, len(text))
    analysis = RegexAnalyzer().analyze(text, (whole,), ENGLISH.voices)
    words = ENGLISH.statements
    table = make_table(trend_elements(words), CLASSES)
    return [
        counted_element(analysis, match, words, CLASSES, figures)
        for match in find_matches(analysis, table, words)
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "The number of refugees recognised there has fallen.",
            "people.asylum_granted",
        ),
        ("It is unclear how many packers were sent home.", "people.repatriated"),
        ("The number of student visas has doubled.", "people.visa_issued"),
        ("Nobody knows how many of the loggers are still there.", "people.present"),
        ("More and more of the loggers try to defect.", "people.attempt"),
    ],
)
def test_a_trend_or_unknown_is_about_what_it_counts(text: str, code: str) -> None:
    assert code in counted(text)


def test_the_number_alone_is_the_last_figure_on_people() -> None:
    text = "Forty hide there. The number has fallen since."

    assert counted(text, FIGURE) == ["people.hiding"]


def test_the_number_of_nothing_known_is_about_nothing() -> None:
    assert counted("The number has fallen since.") == [None]
