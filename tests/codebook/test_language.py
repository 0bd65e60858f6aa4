"""A language is whole: every table of it is there and typed."""

import msgspec
import pytest

from tumen.codebook.language import Language
from tumen.codebook.load import DATA, LANGUAGE_TABLES, LEARNED, load_codebook

ENGLISH = load_codebook("dprk-labour").languages["en"]


def test_every_table_is_a_field_and_a_file() -> None:
    files = {file.name for file in (DATA / "languages" / "en").iterdir()}
    assert {*LANGUAGE_TABLES, LEARNED} == set(Language.__struct_fields__)
    assert files - {LEARNED} == {f"{table}.toml" for table in LANGUAGE_TABLES}


@pytest.mark.parametrize("missing", LANGUAGE_TABLES)
def test_no_table_may_be_missing(missing: str) -> None:
    tables = {name: getattr(ENGLISH, name) for name in LANGUAGE_TABLES}
    del tables[missing]
    with pytest.raises(msgspec.ValidationError, match=missing):
        msgspec.convert(tables, Language)
