"""Speed and memory of the extractor beside the bare parser, on our own pages."""

import cProfile
import json
import pstats
import re
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.timing import cpu_seconds
from tumen.codebook.load import load_codebook
from tumen.codebook.load_press import load_press_rules
from tumen.codebook.load_world import find_world_scenario, load_world_rules
from tumen.codebook.schema import Codebook
from tumen.extract.analyzer import Analyzer, load_analyzer
from tumen.extract.claims import extract_claims
from tumen.extract.frame import paragraphs_of
from tumen.ingest.captures import make_capture
from tumen.pipeline.press import LARGEST_PAGE, READ_AT, read_press_page
from tumen.read.page import read_document
from tumen.records.document import Document
from tumen.world.press.report import report_world
from tumen.world.run import run_world

if TYPE_CHECKING:
    from spacy.language import Language

CODEBOOK, SCENARIO = "dprk-labour", "as-it-was"
PAGES = 100
OF_BARE, TIMES_SPACY, MEMORY_MB = 0.7, 8.0, 600.0
"""Asked: words a second as a share of the bare parser's; times the spaCy extractor's
without the parser; peak of a process that reads all pages."""
WORD = re.compile(r"\w+")
ROOT = Path(__file__).parents[1]
TOP = 12


@dataclass(frozen=True)
class Sample:
    """Pages as read, and how many words their running text has."""

    documents: tuple[Document, ...]
    words: int


def load_sample(pages: int) -> Sample:
    """Return the example pages and so many pages of an invented press."""
    codebook = load_codebook(CODEBOOK)
    documents = [*_examples(codebook), *_press(codebook, pages)]
    words = sum(
        len(WORD.findall(span.quote(document.text)))
        for document in documents
        for span in paragraphs_of(document)
    )
    return Sample(tuple(documents), words)


def _examples(codebook: Codebook) -> Sequence[Document]:
    return [
        read_document(
            make_capture(
                path.name, path.read_bytes(), added_at=READ_AT, max_bytes=LARGEST_PAGE
            ),
            path.read_bytes(),
            codebook,
        )[0]
        for path in sorted((ROOT / "examples" / "pages").iterdir())
    ]


def _press(codebook: Codebook, pages: int) -> Sequence[Document]:
    rules = load_world_rules(CODEBOOK)
    world = run_world(CODEBOOK, rules, find_world_scenario(CODEBOOK, SCENARIO), seed=1)
    press = report_world(world, load_press_rules(CODEBOOK), pages=pages, seed=1)
    return [read_press_page(page, codebook) for page in press.pages]


def read_all(sample: Sample, analyzer: Analyzer) -> int:
    """Extract the claims of all pages; return how many."""
    codebook = load_codebook(CODEBOOK)
    return sum(
        len(extract_claims(document, codebook, analyzer)[0])
        for document in sample.documents
    )


def parse_all(sample: Sample, pipeline: "Language") -> int:
    """Parse the running text of all pages and do nothing with it."""
    lines = (
        span.quote(document.text)
        for document in sample.documents
        for span in paragraphs_of(document)
    )
    return sum(len(doc) for doc in pipeline.pipe(lines))


def print_speed(pages: int, repeats: int, pipeline: "Language") -> None:
    """Print words a second, memory and where the time goes."""
    sample = load_sample(pages)
    runs: dict[str, Callable[[], object]] = {
        "bare parser": lambda: parse_all(sample, pipeline),
        "extractor, spacy": _reading(sample, "spacy"),
        "extractor, regex": _reading(sample, "regex"),
        "extractor, encoder": _reading(sample, "encoder"),
    }
    for run in runs.values():
        run()
    # Taken in turns, so that a machine that slows down slows all of them.
    seconds = {name: [cpu_seconds(run)] for name, run in runs.items()}
    for _ in range(repeats - 1):
        for name, run in runs.items():
            seconds[name].append(cpu_seconds(run))
    speed = {name: sample.words / min(took) for name, took in seconds.items()}
    title = f"{len(sample.documents)} pages, {sample.words:,} words, one thread"
    print(f"\n{title:<46}{'words/s':>10}{'CPU s':>8}   least - most")
    for name, took in seconds.items():
        print(f"  {name:<44}{speed[name]:10,.0f}{min(took):8.2f}", end="")
        print(f"   {min(took):.2f} - {max(took):.2f}")
    share = speed["extractor, spacy"] / speed["bare parser"]
    times = speed["extractor, regex"] / speed["extractor, spacy"]
    _say("spacy of the bare parser", share, OF_BARE, "asked >=", share >= OF_BARE)
    _say("regex times spacy", times, TIMES_SPACY, "asked >=", times >= TIMES_SPACY)
    peak = in_fresh_process(pages)
    _say("peak memory, MB", peak, MEMORY_MB, "asked <", peak < MEMORY_MB)
    for mode in ("spacy", "regex"):
        print_profile(sample, mode)


def _say(name: str, value: float, asked: float, how: str, reached: bool) -> None:
    verdict = "reached" if reached else "MISSED"
    print(f"  {name:<44}{value:10,.2f}   ({how} {asked:g}: {verdict})")


def _reading(sample: Sample, mode: str) -> Callable[[], object]:
    analyzer = load_analyzer(mode)
    return lambda: read_all(sample, analyzer)


def run_alone(pages: int) -> None:
    """Print the peak memory of this process after reading all pages, as JSON."""
    read_all(load_sample(pages), load_analyzer("spacy"))
    print(json.dumps(_peak_mb()))


def _peak_mb() -> float:
    """Return the peak memory of this process alone, in MB.

    On Linux the usual count begins with that of the process which started this one.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = status.read_text(encoding="ascii").splitlines()
    peak = next(line for line in lines if line.startswith("VmHWM:"))
    return int(peak.split()[1]) / 1024


def in_fresh_process(pages: int) -> float:
    """Return the peak memory of a new process that reads all pages, in MB."""
    words = [sys.executable, "-m", "benchmarks.extract", "--alone"]
    words += ["--pages", str(pages)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return float(json.loads(done.stdout))


def print_profile(sample: Sample, mode: str) -> None:
    """Print which modules take the time; a profiler slows small functions more."""
    profile = cProfile.Profile()
    profile.runcall(read_all, sample, load_analyzer(mode))
    stats: dict[tuple[str, int, str], tuple[int, int, float, float, object]]
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    own: Counter[str] = Counter()
    called: Counter[str] = Counter()
    for (file, _, _), (_, count, seconds, *_) in stats.items():
        name = _module(file)
        own[name] += int(seconds * 1e6)
        called[name] += count
    whole = own.total()
    print(
        f"\n{f'where {mode} spends its time (profiled)':<46}{'share':>8}{'calls':>12}"
    )
    for name, micros in own.most_common(TOP):
        print(f"  {name:<44}{micros / whole:8.1%}{called[name]:12,}")


def _module(file: str) -> str:
    if "site-packages" in file:
        return file.split("site-packages/")[1].split("/")[0]
    if "/tumen/" in file:
        return file.rsplit("/tumen/", 1)[1].removesuffix(".py")
    return "Python and its compiled parts"
