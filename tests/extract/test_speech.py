from collections.abc import Callable

import pytest

from tumen.extract.frame import Frame

FrameOf = Callable[[str], Frame]


def voices(frame: Frame) -> list[str]:
    return [speech.profile.voice.name for speech in frame.speeches]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Crews left, according to experts.", "experts", "anonymous"),
        ("Crews left, said Ada Example, a lawyer in Oslo.", "Ada Example", "named"),
        ("Ada Example, a lawyer, said crews had left.", "Ada Example", "named"),
        ("Crews left, Ada Example told reporters.", "Ada Example", "named"),
        ("“Crews have left the place,” said a cook.", "a cook", "anonymous"),
        ("The Interior Ministry said crews left.", "Russian Interior Ministry", "institution"),
        ("According to data from the NIS, crews left.", "National Intelligence Service", "institution"),
        ("A report issued by KINU in 2019 said crews left.", "KINU report", "document"),
        ("A study by the KINU found that crews left.", "KINU report", "document"),
        ("Interior Ministry figures show crews left.", "Russian Interior Ministry", "institution"),
        ("UNHCR put the number at 900.", "UNHCR", "institution"),
        ("On Sunday the Labour Ministry said crews left.", "Russian Labor Ministry", "institution"),
        ("The State Department, in its yearly report, said crews left.", "U.S. State Department", "institution"),
        ("A cook who now works in Oslo has claimed crews left.", "a cook", "anonymous"),
        ("In the first quarter of 2020 the migration office registered 900 men.", "migration office", "institution"),
        ("Moscow said crews left.", "Moscow", "institution"),
        ("Yonhap quoted Ada Example as saying crews left.", "Ada Example", "named"),
        ("It is said that crews left.", "unnamed", "anonymous"),
        ("A rumour was spread by Ada Example that crews left.", "Ada Example", "named"),
        ("Ada Example’s claim that crews left was new.", "Ada Example", "named"),
        ("Ada Example (not her real name), a cook, told us crews left.", "Ada Example", "pseudonymous"),
        ("Ada, whose name has been changed, said crews left.", "Ada", "pseudonymous"),
        ("The men, who later escaped, told us crews left.", "men", "anonymous"),
        ("Crews left, it was confirmed by UNHCR.", "UNHCR", "institution"),
        ("Reports from the region said crews left.", "Reports from the region", "anonymous"),
        ("A welder, hired by the yard as a fitter, testified that crews left.", "a welder", "anonymous"),
        ("Each hut holds nine, as the manual explains.", "manual", "document"),
        ("The mill's Finnish manager put it at 170.", "mill's Finnish manager", "anonymous"),
        ("One of the clerks put the number of men at 40.", "one of the clerks", "anonymous"),
        ("A roofer's bill lists 12 crowns for an hour.", "a roofer's bill", "document"),
        ("Officials in Oslo doubt it: “That is a wish of theirs.”", "officials in Oslo", "anonymous"),
        ("Hotel staff put the number at 40.", "Hotel staff", "anonymous"),
        ("Takings fell, a stallholder confides.", "a stallholder", "anonymous"),
        ("Not one card is given out, the card office promises.", "card office", "institution"),
    ],
)  # fmt: skip
def test_one_sentence_names_its_voice(
    frame_of: FrameOf, text: str, name: str, kind: str
) -> None:
    voice = frame_of(text).speeches[0].profile.voice
    assert (voice.name, voice.kind.value) == (name, kind)


def test_one_of_several_is_no_body_for_what_stands_in_a_clause(
    frame_of: FrameOf,
) -> None:
    text = (
        "One of them, who slept near the bank, said nine left. Then he said ten left."
    )
    assert voices(frame_of(text)) == ["one of them"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The state keeps most of the pay.",
        "The firm could not confirm the figures.",
        "She declined to say why.",
        "An estimated 900 workers left.",
        "The ministry recalled 900 workers.",
        "Police took the workers found there.",
        "The arrest suggests that pressure grows.",
        "A detailed report is due.",
        "Under the pact of spring, nine men may work here, or so it seems.",
        "By late April the number was 900.",
        "Count them by passport number.",
    ],
)
def test_what_cites_nobody_has_no_voice(frame_of: FrameOf, text: str) -> None:
    assert frame_of(text).speeches == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ada Example, a lawyer, said crews left. Example added that more follow.",
            ["Ada Example", "Ada Example"],
        ),
        ("A cook said so. He said more.", ["a cook", "a cook"]),
        ("Experts said so. They said more.", ["experts", "experts"]),
        ("UNHCR said so. The agency said more.", ["UNHCR", "UNHCR"]),
        (
            "Its envoy in Oslo, Ada Example, said so. The envoy said more.",
            ["Ada Example", "Ada Example"],
        ),
        ("A source in Oslo said so. The source said more.", ["a source in Oslo"] * 2),
        (
            "A source said so. Another source, a cook, said more. The second source "
            "said most.",
            ["a source", "second source, a cook", "second source, a cook"],
        ),
        (
            "Cho Example, a professor, said so. The professor said more.",
            ["Cho Example", "Cho Example"],
        ),
        ("Kim Example (a pseudonym) left. “It was hard to stay there,” he said.", ["Kim Example"]),
        ("A cook said so. According to him the huts were cold.", ["a cook", "a cook"]),
        ("A cook said so. The cook's lawyer said more.", ["a cook", "cook's lawyer"]),
        ("A cook said so. The foreman said more.", ["a cook", "foreman"]),
        ("A cook said so. The gap says nothing. He said more.", ["a cook", "gap", "a cook"]),
        ("Dr. Ada Example said so. The doctor said more.", ["Ada Example", "Ada Example"]),
        ("Mrs. Example of the ministry said so. She said more.", ["Example", "Example"]),
        ("Ada Example counted forty, and said that more follow.", ["Ada Example"]),
    ],
)  # fmt: skip
def test_a_voice_is_known_again(frame_of: FrameOf, text: str, names: list[str]) -> None:
    assert voices(frame_of(text)) == names


def test_a_new_person_is_never_taken_for_the_last_one(frame_of: FrameOf) -> None:
    frame = frame_of("Ada Example said so. Bea Sample said more. She said most.")
    assert voices(frame) == ["Ada Example", "Bea Sample", "Bea Sample"]


def test_the_person_named_next_is_the_expert_of_the_first_sentence(
    frame_of: FrameOf,
) -> None:
    frame = frame_of(
        "Crews left, according to an expert on the matter.\n"
        "They left in June, said Ada Example, a professor in Oslo."
    )
    first = frame.speeches[0]
    assert first.profile.voice.name == "Ada Example"
    assert first.flags == ("speaker_resolved",)
    assert first.read_as is not None


def test_a_second_mention_keeps_the_expert_unnamed(frame_of: FrameOf) -> None:
    frame = frame_of(
        "Crews left, according to an expert. The expert gave no reason.\n"
        "The expert said so. Ada Example said more."
    )
    assert voices(frame)[0] == "an expert"


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Ada Example told Yonhap that crews left.", "Yonhap News Agency"),
        ("Ada Example was quoted as saying by Yonhap that crews left.", "Yonhap News Agency"),
        ("Ada Example said in an interview with Russian media that crews left.", "Russian media"),
        ("Crews left, Ada Example said, Yonhap reported.", "Yonhap News Agency"),
        ("Ada Example told the Invented Herald crews left.", "Invented Herald"),
        ("Ada Example told reporters crews left.", None),
        ("Ada Example told a friend crews left.", None),
    ],
)  # fmt: skip
def test_the_outlet_the_words_came_through(
    frame_of: FrameOf, text: str, via: str | None
) -> None:
    assert frame_of(text).speeches[0].via == via


def test_an_outlet_named_once_holds_for_the_voice(frame_of: FrameOf) -> None:
    frame = frame_of("Ada Example told Yonhap so. Example said that crews left.")
    assert frame.speeches[1].via == "Yonhap News Agency"
    assert "via_inferred" in frame.speeches[1].flags


def test_what_a_voice_was_told_belongs_to_the_teller(frame_of: FrameOf) -> None:
    frame = frame_of("Ada Example said she was told by cooks that crews left.")
    heard = frame.speeches[1]
    assert heard.profile.voice.name == "cooks"
    assert heard.relayers == ("Ada Example",)
    assert heard.profile.voice.first_hand is False


def test_a_cited_body_speaks_through_the_citing_one(frame_of: FrameOf) -> None:
    frame = frame_of("The Foreign Office said, citing data from UNHCR, crews left.")
    assert voices(frame) == ["UNHCR"]
    assert frame.speeches[0].relayers == ("Foreign Office",)


def test_the_outer_voice_relays_the_inner_one(frame_of: FrameOf) -> None:
    frame = frame_of("The NIS said crews left, lawmaker Ada Example said.")
    assert voices(frame) == ["National Intelligence Service"]
    assert frame.speeches[0].relayers == ("Ada Example",)


def test_a_people_or_a_preposition_is_nobodys_name(frame_of: FrameOf) -> None:
    frame = frame_of("Some 60 North Koreans work there. Complain? To whom?")
    named = {s.profile.voice.name for s in (*frame.speeches, *frame.mentions)}
    assert not named & {"Koreans", "North Koreans", "To"}
