import pytest

from tumen.codebook.schema import Codebook
from tumen.extract.talk_labels import Label, find_labels
from tumen.records.span import Span


def labels_of(text: str, codebook: Codebook) -> list[Label | None]:
    windows = []
    start = 0
    for line in text.splitlines(keepends=True):
        windows.append(Span(start, start + len(line.rstrip("\n"))))
        start += len(line)
    sources = codebook.languages["en"].voices.sources
    return list(find_labels(text, windows, sources))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("ADA EXAMPLE: We left.", "ADA EXAMPLE"),
        ("HOST (Ida Model): We left.", "HOST"),
        ("EXAMPLE (VO):", "EXAMPLE"),
        ('"MS. EXAMPLE" (VOICED BY A COLLEAGUE): We left.', "MS. EXAMPLE"),
        ("A. We left.", "A"),
        ("[EXAMPLE]", "EXAMPLE"),
        ("[Reporter]", "Reporter"),
        ("[Sound bite: Prof. Ada Example, Model University]", "Prof. Ada Example"),
        ("[Interview: Ada Example / former cook]", "Ada Example"),
        ("SOUND BITE, FORMER COOK: We left.", "FORMER COOK"),
        ("SOUND BITE (Cook Ada, through an interpreter): We left.", "Cook Ada"),
        ("SOUND BITE (Arabic) Ministry clerk Ada Example: We left.", "Ministry clerk Ada Example"),
        ('CLIP, "Ada", crane driver (voiced over): We left.', "Ada"),
        ("Mr EXAMPLE (Model Inspectorate): We left.", "Mr EXAMPLE"),
        ("Mrs EXAMPLE, Member: We left.", "Mrs EXAMPLE"),
        ("Ms Example. - We left.", "Ms Example"),
        ("Anchor: We left.", "Anchor"),
    ],
)  # fmt: skip
def test_what_stands_before_a_turn_names_who_speaks(
    line: str, name: str, codebook: Codebook
) -> None:
    label = labels_of(line, codebook)[0]
    assert label is not None
    assert label.name.quote(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "Numbers: 40 crews left.",
        "[See also: 40 crews left]",
        "[Photo of a crane]",
        "[Clip:  - 40 seconds]",
    ],
)
def test_a_heading_is_no_label(line: str, codebook: Codebook) -> None:
    assert labels_of(line, codebook) == [None]


def test_a_name_in_small_letters_is_a_label_when_it_comes_again(
    codebook: Codebook,
) -> None:
    text = "Model: And then?\nExample: We left.\nModel: When?\nExample: In May."
    assert None not in labels_of(text, codebook)


def test_a_label_may_stand_on_a_line_above_the_paragraphs(codebook: Codebook) -> None:
    text = "Crews left.\n[EXAMPLE]\nWe left."
    windows = [Span(0, 11), Span(22, 30)]
    sources = codebook.languages["en"].voices.sources
    before, label = find_labels(text, windows, sources)
    assert before is None
    assert label is not None
    assert label.name.quote(text) == "EXAMPLE"
    assert label.end == windows[1].start


def test_a_recording_printed_as_a_quotation_is_a_clip(codebook: Codebook) -> None:
    quoted, spoken = 'SOUND BITE (Ada): "We left."', "SOUND BITE (Ada): We left."
    labels = labels_of(f"{quoted}\n{spoken}", codebook)
    assert [label and label.is_clip for label in labels] == [True, False]
