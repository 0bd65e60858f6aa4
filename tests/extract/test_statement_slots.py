from tumen.codebook.load import load_codebook
from tumen.codebook.rules_only import rules_only
from tumen.extract.analyzer import load_analyzer
from tumen.extract.frame import make_frame
from tumen.extract.statements import find_statements
from tumen.records.claim import Claim
from tumen.records.document import Block, Document, Role
from tumen.records.ids import CaptureId
from tumen.records.span import Span

CODEBOOK = rules_only(load_codebook("dprk-labour"))
"""Without weights: these are tests of the rules."""


def claim(text: str, element: str) -> Claim:
    document = Document(
        capture=CaptureId("c" * 64),
        name="page.txt",
        title="North Korean workers abroad",
        text=text,
        blocks=(Block(Span(0, len(text)), Role.BODY, "en"),),
        language="en",
    )
    frame = make_frame(document, CODEBOOK, load_analyzer("regex"))
    return next(c for c in find_statements(frame, ()) if c.element == element)


def test_the_place_of_the_clause_is_the_place() -> None:
    found = claim("Two welders fled a camp in Khabarovsk.", "event.escape")

    assert (found.place, found.iso) == ("Khabarovsk", "RU")


def test_the_group_in_the_clause_is_meant() -> None:
    found = claim("Police raided a dormitory of North Korean workers.", "event.raid")

    assert found.population == "NK workers"


def test_the_group_of_the_sentence_before_is_inherited() -> None:
    text = "The North Korean workers live in the port. Their passports are kept by a manager."
    found = claim(text, "cond.passport")

    assert found.population == "NK workers"
    assert found.slots["population"].distance == 1


def test_nobody_named_is_nobody_meant() -> None:
    assert claim("The frontier was sealed.", "event.border_close").population is None


def test_a_place_only_associated_counts_where_any_place_does() -> None:
    text = "North Korean officials questioned the returnees about each other."

    assert claim(text, "cond.return_risk").iso == "KP"
