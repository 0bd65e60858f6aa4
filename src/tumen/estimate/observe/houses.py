"""Which house a claim's voice belongs to."""

from dataclasses import dataclass

from tumen.codebook.model import House, Model
from tumen.codebook.names import Names, Words, words_of
from tumen.codebook.schema import Codebook
from tumen.records.claim import Claim, SpeakerKind

BODIES = (SpeakerKind.INSTITUTION, SpeakerKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class Houses:
    """The houses of a model, by voice, institution and kind of voice."""

    names: Names
    by_code: dict[str, House]
    by_voice: dict[Words, House]
    by_kind: dict[str, House]
    of_institution: dict[str, str]

    def of(self, claim: Claim) -> House:
        """Return the house of a claim: by its voice, its institution, or its kind."""
        name = claim.speaker.name
        official = self.names.official(name) or name
        for known in (name, official):
            if words_of(known) in self.by_voice:
                return self.by_voice[words_of(known)]
        if claim.speaker.kind in BODIES:
            words = words_of(name)
            for end in range(len(words) - 1, 0, -1):
                if words[:end] in self.by_voice:
                    return self.by_voice[words[:end]]
        body = self.names.institution(name)
        house = self.by_code.get(self.of_institution.get(body or "", ""))
        return house or self.by_kind[claim.speaker.kind.value]

    def is_kind(self, house: House) -> bool:
        """Tell whether a house stands for a kind: each such voice has its own bias."""
        return bool(house.kinds)


def make_houses(model: Model, codebook: Codebook, names: Names) -> Houses:
    """Return the houses of a model, ready to be looked up."""
    return Houses(
        names=names,
        by_code={house.code: house for house in model.houses},
        by_voice={
            words_of(voice): house for house in model.houses for voice in house.voices
        },
        by_kind={kind: house for house in model.houses for kind in house.kinds},
        of_institution={
            body.name: body.house for body in codebook.institutions if body.house
        },
    )
