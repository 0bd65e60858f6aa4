from pathlib import Path

import pytest

from tumen.errors import SettingsError
from tumen.pipeline.settings import (
    CaseSettings,
    ExtractSettings,
    IngestSettings,
    RunSettings,
    Settings,
    read_settings,
    write_settings,
)


def read(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "tumen.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def test_what_is_left_out_has_its_default(tmp_path: Path) -> None:
    assert read(tmp_path, '[case]\nname = "Beds"') == Settings(
        case=CaseSettings(name="Beds", codebook="dprk-labour"),
        ingest=IngestSettings(max_bytes=20_000_000, fetch_timeout_s=30),
        extract=ExtractSettings(analyzer="auto"),
        run=RunSettings(workers=1),
    )


def test_a_case_without_a_name_is_called_like_its_folder(tmp_path: Path) -> None:
    assert read(tmp_path, "").case.name == tmp_path.name


def test_every_setting_can_be_given(tmp_path: Path) -> None:
    text = """
    case = {name = "Beds", codebook = "mine"}
    ingest = {max_bytes = 5, fetch_timeout_s = 6}
    extract = {analyzer = "regex"}
    run = {workers = 2}
    """

    assert read(tmp_path, text) == Settings(
        case=CaseSettings(name="Beds", codebook="mine"),
        ingest=IngestSettings(max_bytes=5, fetch_timeout_s=6),
        extract=ExtractSettings(analyzer="regex"),
        run=RunSettings(workers=2),
    )


def test_what_is_written_for_a_new_case_reads_as_the_defaults(tmp_path: Path) -> None:
    write_settings(tmp_path / "tumen.toml", 'A "quoted" \\ name\n', "mine")

    assert read_settings(tmp_path / "tumen.toml") == Settings(
        case=CaseSettings(name='A "quoted" \\ name ', codebook="mine")
    )


WRONG = [
    ("[inject]", "'inject' is no known table", "Did you mean 'ingest'?"),
    ("[case]\nnmae = 'x'", "'nmae' is no known key of \\[case\\]", "mean 'name'?"),
    ("[run]\nworker = 2", "'worker' is no known key", "Did you mean 'workers'?"),
    ("[case]\nname = 3", "name = 3 is not a text in quotes", "Give name as a text"),
    ("[run]\nworkers = '2'", "workers = '2' is not a whole number", "a whole number"),
    ("[run]\nworkers = true", "workers = True is not a whole number", "a whole number"),
    ("[run]\nworkers = 0", "\\[run\\] workers = 0 is below 1", "Give 1 or more"),
    ("[ingest]\nmax_bytes = -1", "max_bytes = -1 is below 1", "Give 1 or more"),
    ("[ingest]\nfetch_timeout_s = 0", "fetch_timeout_s = 0 is", "Give 1 or more"),
    ("[extract]\nanalyzer = 'magic'", "'magic' is not known", "auto, spacy, regex"),
    ("case = 3", "case is no table", "Write \\[case\\]"),
    ("run = 3", "run is no table", "Write \\[run\\]"),
    ("not toml at all", "tumen.toml: ", "Mend the file"),
]


@pytest.mark.parametrize(("text", "problem", "remedy"), WRONG)
def test_a_wrong_setting_is_named_with_what_to_do(
    tmp_path: Path, text: str, problem: str, remedy: str
) -> None:
    with pytest.raises(SettingsError, match=problem) as refused:
        read(tmp_path, text)
    assert refused.match("tumen.toml")
    assert refused.match(remedy)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"tumen\.toml"):
        read_settings(tmp_path / "tumen.toml")


def test_wrong_settings_are_wrong_usage() -> None:
    assert SettingsError.exit_code == 2
