import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.errors import MaterialError
from tumen.ingest.media import CSV, DOCX, HTML, PLAIN, XLSX, find_media_type


def archive(*parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for part in ("[Content_Types].xml", *parts):
            made.writestr(zipfile.ZipInfo(part), "<x/>")
    return file.getvalue()


READ = [
    ("a.txt", b"A plain sentence.", PLAIN),
    ("no-suffix", b"A plain sentence.", PLAIN),
    ("a.csv", b"year;people\n2023;40\n", CSV),
    ("a.TSV", b"year\tpeople\n", CSV),
    ("a.html", b"<p>Short</p>", HTML),
    ("a.htm", b"text without a tag", HTML),
    ("page", b"<!DOCTYPE HTML><html></html>", HTML),
    ("dump.txt", b"  \n<html lang='en'>", HTML),
    ("dump.txt", b"<!-- saved -->\n<html>", HTML),
    ("a.php", b'<?xml version="1.0"?><!DOCTYPE html><html/>', HTML),
    ("a.txt", b"\xef\xbb\xbf<html>", HTML),
    ("a.txt", "<html>".encode("utf-16"), HTML),
    ("a.txt", "A plain sentence with a mark.".encode("utf-16"), PLAIN),
    ("a.txt", "A plain sentence without a mark.".encode("utf-16-le"), PLAIN),
    ("a.txt", "A plain sentence without a mark.".encode("utf-16-be"), PLAIN),
    ("a.txt", "Простое предложение.".encode("koi8-r"), PLAIN),
    ("a.txt", "한 문장입니다.".encode("cp949"), PLAIN),
    ("a.txt", "一句话。".encode("gb18030"), PLAIN),
    ("a.txt", "一つの文。".encode("iso2022_jp"), PLAIN),
    ("a.txt", b"The page says <html> in the middle.", PLAIN),
    ("a.docx", archive("word/document.xml"), DOCX),
    ("renamed.bin", archive("xl/workbook.xml"), XLSX),
]


@pytest.mark.parametrize(("name", "data", "media_type"), READ)
def test_material_that_can_be_read_is_told_by_its_bytes_first(
    name: str, data: bytes, media_type: str
) -> None:
    assert find_media_type(name, data) == media_type


REFUSED = [
    ("a.pdf", b"%PDF-1.7 ...", "a PDF file", "unknown_format"),
    ("page.html", b"%PDF-1.7 ...", "a PDF file", "unknown_format"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old Office", "unknown_format"),
    ("a.rtf", b"{\\rtf1 text}", "an RTF file", "unknown_format"),
    ("a.gz", b"\x1f\x8b\x08rest", "a gzip archive", "unknown_format"),
    ("a.warc", b"WARC/1.1\r\n", "a web archive", "unknown_format"),
    ("a.zip", archive("other.txt"), "a ZIP archive", "unknown_format"),
    ("a.docx", archive("word/document.xml")[:60], "broken", "broken_file"),
    ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary", "binary_file"),
    ("a.exe", b"MZ" + bytes(range(64)) * 4, "binary", "binary_file"),
    ("a.txt", bytes(range(1, 32)) * 9, "binary", "binary_file"),
    ("a.txt", b"text with one \0 in it", "binary", "binary_file"),
    ("a.json", b"{}", "files named .json", "unknown_format"),
    ("a.mhtml", b"MIME-Version: 1.0", "files named .mhtml", "unknown_format"),
    ("a.eml", b"Subject: x", "files named .eml", "unknown_format"),
]


@pytest.mark.parametrize(("name", "data", "problem", "code"), REFUSED)
def test_material_that_cannot_be_read_says_what_it_is(
    name: str, data: bytes, problem: str, code: str
) -> None:
    with pytest.raises(MaterialError, match=problem) as refused:
        find_media_type(name, data)
    assert refused.value.code == code


@given(st.binary(), st.sampled_from(["a.txt", "a.html", "a.docx", "a.csv", "a"]))
def test_any_bytes_are_a_known_kind_or_a_clear_refusal(data: bytes, name: str) -> None:
    try:
        found = find_media_type(name, data)
    except MaterialError as refused:
        found = refused.remedy

    assert found
