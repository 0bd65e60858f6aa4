"""A codebook without what was learned: its rules choose alone."""

import msgspec

from tumen.codebook.schema import Codebook


def rules_only(codebook: Codebook) -> Codebook:
    """Return a codebook without learned weights, its languages too."""
    languages = {
        code: msgspec.structs.replace(language, learned={})
        for code, language in codebook.languages.items()
    }
    return msgspec.structs.replace(
        codebook, learned={}, languages=languages, encoder=None
    )
