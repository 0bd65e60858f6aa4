from collections.abc import Callable
from dataclasses import replace

import pytest

from tumen.extract.attribution import attribution_at
from tumen.extract.frame import Frame
from tumen.extract.voices import Attribution
from tumen.records.claim import SpeakerKind
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]


def said(frame: Frame, words: str) -> Attribution:
    start = frame.document.text.index(words)
    return attribution_at(frame, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Crews left, according to experts.", "Crews left", "experts"),
        ("Crews left.", "Crews left", "article"),
        ("Bea said rents rose. Crews left.", "Crews left", "article"),
        (
            "“Rents rose a lot this year,” said Bea Example. “Crews left in the spring.”",
            "Crews left",
            "Bea Example",
        ),
        (
            "“Rents rose a lot this year. Crews left in the spring,” said Bea Example.",
            "Rents rose",
            "Bea Example",
        ),
        (
            "UNHCR said 90 were there. The number fell from 120.",
            "The number fell",
            "UNHCR",
        ),
        (
            "UNHCR said 90 were there in 2018. In 2019 there were 120.",
            "there were 120",
            "UNHCR",
        ),
        (
            "Bea Example said 90 were there in 2018. In 2019 there were 120.",
            "there were 120",
            "article",
        ),
        (
            "“We slept in a container there,” said Kim Example. He worked for a year.",
            "He worked",
            "Kim Example",
        ),
        (
            "Crews left, said Bea Example, a lawyer who found 40 camps.",
            "found 40 camps",
            "article",
        ),
        (
            "Ada said rents rose, while Bea Example said crews left.",
            "crews left",
            "Bea Example",
        ),
    ],
)
def test_who_vouches_for_the_words(
    frame_of: FrameOf, text: str, words: str, name: str
) -> None:
    assert said(frame_of(text), words).voice.name == name


def test_a_quote_of_its_own_paragraph_goes_to_the_voice_before(
    frame_of: FrameOf,
) -> None:
    frame = frame_of(
        "“Rents rose a lot this year,” said Bea Example.\n“Crews left in the spring.”"
    )
    assert said(frame, "Crews left").voice.name == "Bea Example"


def test_an_account_is_carried_only_within_its_paragraph(frame_of: FrameOf) -> None:
    frame = frame_of("UNHCR said 90 were there.\nThe number fell from 120.")
    assert said(frame, "The number fell").voice.name == "article"


def test_what_is_carried_over_says_from_where(frame_of: FrameOf) -> None:
    slot = said(
        frame_of("UNHCR said 90 were there. The number fell."), "The number fell"
    ).slot
    assert slot.distance == 1
    assert slot.inherited_from is not None


def test_the_chain_runs_from_speaker_to_page(frame_of: FrameOf) -> None:
    found = said(frame_of("Crews left, Ada Example told Yonhap."), "Crews left")
    assert found.chain == ("Ada Example", "Yonhap News Agency", "The Invented Post")
    assert found.via == "Yonhap News Agency"


def test_the_publisher_is_no_link_of_its_own(frame_of: FrameOf) -> None:
    frame = frame_of("Crews left, Ada Example told Yonhap.")
    own = replace(frame, tail=("Yonhap News Agency",))
    found = said(own, "Crews left")
    assert found.via is None
    assert found.chain == ("Ada Example", "Yonhap News Agency")


def test_a_copy_names_the_outlet_it_was_copied_from(frame_of: FrameOf) -> None:
    frame = replace(
        frame_of("Crews left."), tail=("The Origin", "unnamed blog"), copied_from="The Origin"
    )  # fmt: skip
    found = said(frame, "Crews left")
    assert (found.via, found.chain) == ("The Origin", ("The Origin", "unnamed blog"))


def test_counts_of_a_body_go_on_with_the_next_number(frame_of: FrameOf) -> None:
    text = "The agency's tables show six refusals. Three North Koreans were recognised."
    start = text.index("Three")
    said = attribution_at(frame_of(text), Span(start, len(text) - 1))
    assert said.voice.kind is not SpeakerKind.AUTHOR
