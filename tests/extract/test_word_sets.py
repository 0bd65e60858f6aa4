from tumen.codebook.load import load_codebook
from tumen.extract import word_sets

SOURCES = load_codebook("dprk-labour").languages["en"].voices.sources


def test_people_are_cited_but_no_things() -> None:
    cited = word_sets.cited_words(SOURCES)
    assert cited - word_sets.cited_things(SOURCES) <= SOURCES.persons
    assert SOURCES.persons <= cited


def test_documents_and_data_are_written() -> None:
    written = word_sets.written_words(SOURCES)
    assert written == SOURCES.documents | SOURCES.data
    assert written <= word_sets.cited_things(SOURCES)


def test_words_of_bodies_are_kinds_of_bodies_and_parts_of_their_names() -> None:
    words = word_sets.body_words(SOURCES)
    assert words == SOURCES.institutions | SOURCES.organisation_words


def test_he_they_and_it_stand_for_voices_but_not_i() -> None:
    pronouns = word_sets.voice_pronouns(SOURCES)
    assert {"he", "they", "it"} <= pronouns
    assert "i" not in pronouns


def test_a_name_follows_titles_and_roles() -> None:
    assert {"mr", "cook"} <= word_sets.roles_before_names(SOURCES)


def test_a_set_is_made_once() -> None:
    assert word_sets.cited_words(SOURCES) is word_sets.cited_words(SOURCES)
