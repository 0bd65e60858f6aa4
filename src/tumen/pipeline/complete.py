"""Complete what a person changes on a claim with what the codebook and its page know."""

from collections.abc import Iterable, Mapping

from tumen.codebook.place_index import known_places
from tumen.codebook.schema import Codebook
from tumen.pipeline.typed import typed
from tumen.records.claim import Claim
from tumen.review.completed import completed
from tumen.review.slots import slots_of


def complete_change(
    claim: Claim,
    changes: Mapping[str, object],
    beside: Iterable[Claim],
    codebook: Codebook,
) -> dict[str, object]:
    """Return changed slots with what follows from them; see `completed`.

    Args:
        changes: slots of the record, as a form gives them.
        beside: claims of the same page, whose speakers are known.
    """
    given = typed(changes)
    full = completed(
        claim,
        given,
        elements=codebook.elements,
        countries={name: place.iso for name, place in known_places(codebook).items()},
        voices={each.speaker.name: each.speaker.kind.value for each in beside},
    )
    before = slots_of(claim)
    return {
        name: value
        for name, value in full.items()
        if name in given or value != before.get(name)
    }
