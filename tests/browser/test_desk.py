"""Two hundred claims at the review desk in a real browser, every keystroke counted.

An accept is one key. A correction is the key of the slot, the digit of a value and the
accept; what is typed into a field counts apart.
"""

import shutil
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import repeat
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import TOKEN, needs_chromium, serving
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.run import run_case
from tumen.records.decision import Verdict
from tumen.records.reviewed import Status

pytestmark = needs_chromium

CLAIMS = 200
NOW = datetime(2026, 1, 5, tzinfo=UTC)
SENTENCES = (
    "About {n},000 North Korean workers were living in Russia in {year}, the Interior"
    " Ministry said.",
    "More than {n},500 North Korean workers were living in Russia in {year}, a professor"
    " at the Example University said.",
    "The workers work {h}-hour days, according to a labour inspector.",
)
TITLES = ("Ledger", "Courier", "Post", "Herald")
SETTLED = "() => !document.body.hasAttribute('data-waiting')"


def page_of(number: int) -> str:
    told = "\n\n".join(
        line.format(n=10 + number, year=2004 + number % 20, h=9 + number % 7)
        for line in SENTENCES
    )
    name = f"{TITLES[number % 4]} {number}"
    return f"{name} (invented)\n\n{name} counts\n\nMarch 3, 2025\n\n{told}\n"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with more than two hundred claims."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "pages").mkdir()
    texts = {f"{number:03d}.txt": page_of(number) for number in range(80)}
    written = [
        (folder / "pages" / name).write_text(text, encoding="utf-8")
        for name, text in texts.items()
    ]
    assert len(written) == 80
    make_case(folder / "case", "dprk-labour")
    toml = folder / "case" / "tumen.toml"
    text = toml.read_text(encoding="utf-8")
    toml.write_text(text.replace('"auto"', '"regex"'), encoding="utf-8")
    with open_case(folder / "case") as case:
        add_paths(case, [str(folder / "pages")], now=NOW)
        run_case(case, now=NOW)
    return folder / "case"


@pytest.fixture
def case(many: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(many, tmp_path / "case"))


@dataclass
class Reader:
    """Somebody who has nothing but a keyboard."""

    page: Page
    address: str
    keys: int = 0
    spent: dict[str, list[int]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        deque(map(self.page.keyboard.press, keys), maxlen=0)
        self.keys += len(keys)
        self.page.wait_for_function(SETTLED)

    def do(self, what: str, *keys: str) -> None:
        """Press keys and note how many it took."""
        before = self.keys
        self.press(*keys)
        self.spent.setdefault(what, []).append(self.keys - before)

    @property
    def claim(self) -> str:
        return self.page.get_attribute(".rv-claim", "data-claim") or ""

    @property
    def note(self) -> str:
        return self.page.inner_text(".rv-note")

    def value(self, slot: str) -> str:
        return self.page.inner_text(f"[data-slot={slot}] .rv-value")


@pytest.fixture
def ada(chromium: Browser, case: Path) -> Iterator[Reader]:
    with serving(case) as address:
        page = chromium.new_page(viewport={"width": 1280, "height": 800})
        reader = Reader(page, address)
        page.on("pageerror", lambda error: reader.errors.append(str(error)))
        page.goto(f"{address}desk?token={TOKEN}")
        yield reader
        page.close()
    assert reader.errors == []


def session(reader: Reader, number: int) -> None:
    """Decide on one claim: most are accepted, some corrected, rejected or undone."""
    moves = {
        0: ("correct", "q", "1", "a"),
        10: ("correct", "p", "Backspace", "a"),
        5: ("reject", "r", "Enter"),
    }
    what, *keys = moves.get(number % 20, ("accept", "a"))
    reader.do(what, *keys)


def test_two_hundred_claims_by_the_keys_alone(ada: Reader, case: Path) -> None:
    total = int(ada.page.inner_text(".rv-views [aria-current] b"))
    assert total > CLAIMS
    deque(map(session, repeat(ada), range(CLAIMS)), maxlen=0)
    assert max(ada.spent["accept"]) <= 2
    assert max(ada.spent["correct"]) <= 6
    assert max(ada.spent["reject"]) <= 2
    assert int(ada.page.inner_text(".rv-views [aria-current] b")) == total - CLAIMS
    with open_case(case) as opened:
        lines = opened.decisions()
    assert Counter(line.verdict for line in lines) == {
        Verdict.ACCEPT: 170,
        Verdict.CORRECT: 20,
        Verdict.REJECT: 10,
    }
    assert len({line.subject for line in lines}) == CLAIMS
    assert {line.reviewer for line in lines} == {"Ada"}


def test_one_key_takes_back_what_was_decided(ada: Reader, case: Path) -> None:
    first = ada.claim
    ada.press("q", "1", "a")
    ada.press("a")
    ada.press("u")
    ada.press("u")
    assert ada.claim == first
    assert "Taken back" in ada.note
    with open_case(case) as opened:
        assert {each.status for each in opened.reviewed()} == {Status.PROPOSED}
        assert len(opened.decisions()) == 4


def test_a_value_is_typed_where_none_fits(ada: Reader, case: Path) -> None:
    claim = ada.claim
    ada.press("d")
    ada.page.fill(".rv-slot.open input", "2022-05")
    ada.press("Enter", "a")
    with open_case(case) as opened:
        entry = next(r for r in opened.reviewed() if r.claim.id == claim)
    assert str(entry.claim.as_of.first) == "2022-05-01"
    assert str(entry.claim.as_of.last) == "2022-05-31"


def test_digits_type_a_number_and_pick_none(ada: Reader) -> None:
    ada.press("b", "1", "2", "Enter")
    assert ada.value("number") == "12"


def test_a_value_is_reached_by_arrows(ada: Reader) -> None:
    ada.press("q")
    second = ada.page.get_attribute(".rv-slot.open .rv-choice >> nth=1", "data-value")
    ada.press("ArrowRight", "Enter")
    assert ada.value("qualifier") == second


def test_one_key_opens_the_slot_that_is_least_sure(ada: Reader) -> None:
    ada.press("c")
    meters = ada.page.locator(".rv-slot meter").all()
    values = [float(meter.get_attribute("value") or 100) for meter in meters]
    opened = ada.page.get_attribute(".rv-slot.open meter", "value")
    assert float(opened or 100) == min(values)


def test_what_is_refused_keeps_its_changes(ada: Reader, case: Path) -> None:
    ada.press("b", "9", "9", "Enter", "a")
    assert "99" in ada.page.inner_text("#review > .trouble")
    assert ada.value("number") == "99"
    ada.press("n", "ArrowRight", "Enter")
    assert ada.page.is_hidden(".rv-add")
    assert "changed slots" in ada.page.inner_text(".rv-tell")
    ada.press("Escape", "n", "Enter")
    ada.page.fill("[name=slot_element]", "cond.unheard")
    ada.press("Enter")
    ada.page.wait_for_selector("#review > .trouble >> text=cond.unheard")
    assert ada.page.input_value("[name=slot_element]") == "cond.unheard"
    with open_case(case) as opened:
        assert opened.decisions() == ()


def test_a_place_that_nothing_knows_is_refused_with_a_near_one(
    ada: Reader, case: Path
) -> None:
    ada.press("p")
    ada.page.fill(".rv-slot.open input", "Vladivostock")
    ada.press("Enter", "a")
    assert "'Vladivostok'" in ada.page.inner_text("#review > .trouble")
    assert ada.value("place") == "Vladivostock"
    with open_case(case) as opened:
        assert opened.decisions() == ()


def test_days_that_no_words_read_as_are_taken_and_told(ada: Reader) -> None:
    ada.press("d")
    ada.page.fill(".rv-slot.open input", "1987")
    ada.press("Enter", "a")
    assert "No words of the page read as 1987-01-01" in ada.note


def test_a_reject_without_a_reason_is_asked_for_one(ada: Reader, case: Path) -> None:
    ada.press("r", "Backspace", "Enter")
    assert ada.page.is_visible(".rv-bar")
    ada.press("Space", "Enter")
    assert "--" not in ada.page.inner_text("#review > .trouble")
    with open_case(case) as opened:
        assert opened.decisions() == ()


def test_changes_are_not_left_behind_by_mistake(ada: Reader, case: Path) -> None:
    first = ada.claim
    ada.press("q", "1")
    changed = ada.value("qualifier")
    ada.press("j")
    assert ada.claim == first
    assert "Escape drops them" in ada.page.inner_text(".rv-tell")
    ada.press("Escape")
    assert ada.value("qualifier") != changed
    ada.press("j")
    assert ada.claim != first
    ada.press("k")
    assert ada.claim == first
    with open_case(case) as opened:
        assert opened.decisions() == ()


def test_a_slot_shows_the_words_that_prove_it(ada: Reader) -> None:
    shown = ada.page.inner_text("[data-slot=number] .rv-how q").strip("“”")
    ada.press("b")
    assert "".join(ada.page.locator(".rv-text .proving").all_inner_texts()) == shown
    ada.press("Escape")
    assert ada.page.locator(".rv-slot.open").count() == 0


def test_a_missed_claim_is_selected_word_by_word(ada: Reader, case: Path) -> None:
    ada.press("n", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Enter")
    words = ada.page.inner_text(".rv-words").strip("“”\"'")
    assert len(words.split()) == 3
    ada.page.fill("[name=slot_element]", "cond.labour_shortage")
    ada.page.fill("[name=slot_speaker]", "a foreman")
    ada.page.select_option("[name=slot_speaker_kind]", "anonymous")
    ada.press("Enter")
    ada.page.wait_for_selector(".rv-note >> text=Added")
    with open_case(case) as opened:
        added = [r.claim for r in opened.reviewed() if r.status is Status.ADDED]
    assert [(claim.quote, claim.chain) for claim in added] == [(words, ("a foreman",))]


def test_a_chosen_element_fills_what_follows_from_it(ada: Reader) -> None:
    ada.press("n", "Enter")
    ada.page.fill("[name=slot_element]", "people.hiding")
    ada.press("Tab")
    assert ada.page.input_value("[name=slot_unit]") == "persons"
    ada.page.fill("[name=slot_element]", "cond.passport")
    ada.press("Tab")
    assert ada.page.input_value("[name=slot_kind]") == "condition"
    assert ada.page.input_value("[name=slot_unit]") == ""


def test_a_missed_claim_is_selected_with_the_mouse(ada: Reader, case: Path) -> None:
    ada.page.dblclick(".rv-text p.holds span >> nth=0", position={"x": 4, "y": 6})
    ada.press("n")
    assert ada.page.is_visible(".rv-add")
    ada.press("Escape")
    assert ada.page.is_hidden(".rv-add")


def test_claims_about_one_fact_are_compared(ada: Reader, case: Path) -> None:
    with open_case(case) as opened:
        crowd = max(
            opened.groups(), key=lambda g: sum(len(x.claims) for x in g.lineages)
        )
    ada.page.goto(f"{ada.address}desk?claim={crowd.lineages[0].claims[0]}")
    ada.press("=")
    assert ada.page.is_visible(".rv-beside")
    assert "beside=" in ada.page.url
    ada.press("Escape")
    assert "beside=" not in ada.page.url


def test_a_second_reader_and_back_by_the_keys(ada: Reader) -> None:
    ada.press("s")
    assert "others have decided nothing" in ada.page.inner_text(".rv-queue")
    ada.press("s")
    assert "view=disputed" in ada.page.url
    ada.press("s")
    assert ada.claim


def test_green_claims_are_accepted_together_after_a_question(
    ada: Reader, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tumen.pipeline.desk.Desk.is_green", lambda desk, claim: True)
    ada.page.reload()
    ada.press("A")
    assert "green in view?" in ada.page.inner_text(".rv-asked")
    ada.press("Escape")
    with open_case(case) as opened:
        assert opened.decisions() == ()
    ada.press("A", "Enter")
    ada.page.wait_for_selector(".rv-note >> text=green claims")
    with open_case(case) as opened:
        assert len(opened.decisions()) > 10


def test_the_keys_are_told_and_every_button_does_what_its_key_does(
    ada: Reader, case: Path
) -> None:
    ada.press("?")
    assert ada.page.is_visible(".rv-help")
    ada.press("Escape")
    assert ada.page.is_hidden(".rv-help")
    first = ada.claim
    ada.page.click("[data-act=a]")
    ada.page.wait_for_selector(".rv-note >> text=Accepted")
    assert ada.claim != first
    ada.page.click(".rv-line:not(.current) a >> nth=0")
    ada.page.wait_for_function(SETTLED)
    assert "claim=" in ada.page.url


def test_on_a_narrow_screen_nothing_lies_beside_the_screen(ada: Reader) -> None:
    ada.page.set_viewport_size({"width": 400, "height": 800})
    wide = ada.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 400
