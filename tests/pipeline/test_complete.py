"""A changed slot brings what the codebook and the page know with it."""

from dataclasses import replace

import pytest

from tests.pipeline.test_desk_choices import CLAIM
from tumen.codebook.load import load_codebook
from tumen.pipeline.complete import complete_change
from tumen.records.claim import SpeakerKind, Voice

OTHER = replace(CLAIM, speaker=Voice("an inspector", SpeakerKind.ANONYMOUS))


@pytest.mark.parametrize(
    ("changes", "more"),
    [
        ({"place": "Vladivostok"}, {}),
        ({"place": "Dandong"}, {"iso": "CN"}),
        ({"element": "people.entries"}, {"measure": "flow"}),
        (
            {"speaker": "an inspector"},
            {
                "speaker_kind": "anonymous",
                "chain": ["an inspector", "Invented Wire"],
            },
        ),
        ({"place": "Ajman"}, {"iso": "AE"}),
        ({"qualifier": "at_least"}, {"low": 4000, "best": None}),
        ({"hedge": "alleged"}, {}),
    ],
)
def test_what_follows_is_changed_and_nothing_else(
    changes: dict[str, object], more: dict[str, object]
) -> None:
    codebook = load_codebook("dprk-labour")
    full = complete_change(CLAIM, changes, (CLAIM, OTHER), codebook)
    assert full == {**changes, **more}


def test_text_of_a_form_gets_the_type_of_its_slot() -> None:
    codebook = load_codebook("dprk-labour")
    assert complete_change(CLAIM, {"best": "31000"}, (), codebook) == {"best": 31000.0}
