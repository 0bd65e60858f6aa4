"""Score the product on labelled texts and stop when a floor is not reached.

  python -m quality.gate                    our own labelled examples, and unseen texts
  python -m quality.gate --shared FOLDER    and the labelled texts kept outside
  python -m quality.gate --write            our own, and docs/reference/reading_quality.md

Floors are in floors.json; raising one is free, lowering one needs a line in the
changelog that says why.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from quality.agreement import score_agreement
from quality.unseen import Unseen, read_curve, score_unseen
from quality.unseen_page import unseen_page
from tumen.errors import TumenError
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.run import run_case
from tumen.pipeline.score import SEED, match_case, read_truth
from tumen.publish.json_lines import encode_rows
from tumen.records.score import ClaimScores, Share
from tumen.score.claims import score_claims, share_right
from tumen.score.names import SameNames
from tumen.score.slots import ESTIMATE_READY

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "reference" / "reading_quality.md"
ABSENT = 4
"""Elements of the outside check that an empty answer already holds."""
MODES = ("spacy", "regex", "encoder")
OWN_READY = tuple(slot for slot in ESTIMATE_READY if slot != "population")
"""Our own labels name a population only where it is not the usual one."""

Figures = dict[str, float]
AUTO = 'analyzer = "auto"'
"""Line of new settings that each mode writes anew."""


def read_pages(pages: Path, mode: str, out: Path) -> tuple[Path, float]:
    """Run a case over pages; return its folder, and CPU seconds."""
    now = datetime.now(UTC)
    begin = time.process_time()
    folder = out / f"case-{mode}"
    make_case(folder, "dprk-labour")
    settings = folder / "tumen.toml"
    text = settings.read_text(encoding="utf-8")
    if AUTO not in text:
        raise TumenError(
            f"{settings} does not say {AUTO}", "Let the gate follow the new template."
        )
    settings.write_text(text.replace(AUTO, f'analyzer = "{mode}"'), encoding="utf-8")
    with open_case(folder) as case:
        add_paths(case, [str(pages)], now=now, report=lambda progress: None)
        run_case(case, now=now, report=lambda progress: None)
    return folder, time.process_time() - begin


def write_rows(folder: Path, out: Path) -> tuple[Path, Path]:
    """Write claims and documents of a case for the tools outside; return the files."""
    now = datetime.now(UTC)
    with open_case(folder) as case:
        case.log_raw_exit("quality gate", at=now)
        release = case.release("raw", made_on=now.date())
    claims, documents = out / "claims.jsonl", out / "documents.jsonl"
    claims.write_text(encode_rows(release.claims), encoding="utf-8")
    documents.write_text(encode_rows(release.documents), encoding="utf-8")
    return claims, documents


def score_own(mode: str, out: Path) -> tuple[Figures, ClaimScores]:
    """Score our own labelled examples in one mode."""
    folder, _ = read_pages(HERE.parent / "examples", mode, out)
    truth, rng = read_truth(HERE / "examples.jsonl"), np.random.default_rng(SEED)
    with open_case(folder) as case:
        names = SameNames(case.codebook)
        release = case.release("raw", made_on=datetime.now(UTC).date())
        matched = match_case(case, truth, release, names)
    if matched is None:
        raise SystemExit("quality/examples.jsonl holds no labels")
    score = score_claims(matched, names, rng)
    ready = share_right(OWN_READY, matched.pages, names, rng)
    figures = {
        "figure_f1": score.of_kind("figure").f1 or 0.0,
        "joint": score.joint.share or 0.0,
        "estimate_ready": ready.share or 0.0,
        "silent": float(score.silent),
    }
    return figures, score


def score_outside(shared: Path, mode: str, out: Path) -> Figures:
    """Score the texts kept outside with the tools kept beside them."""
    gold = shared / "gold"
    folder, seconds = read_pages(shared / "seeds", mode, out)
    claims, documents = write_rows(folder, out)
    score = json.loads(
        _tool(gold / "score.py", gold / "seeds.jsonl", claims, "--json").stdout
    )
    checks = _tool(gold / "check.py", claims, documents).stdout.splitlines()[-1]
    held = int(checks.split("elements held ")[1].split()[0])
    return {
        "figure_f1": score["kinds"]["figure"]["f1"],
        "joint": score["joint"]["accuracy"],
        "estimate_ready": score["estimate_ready"]["accuracy"],
        "event_f1": score["kinds"]["event"]["f1"],
        "condition_f1": score["kinds"]["condition"]["f1"],
        "silent": score["claims_from_silent_regions"],
        "elements": held - ABSENT,
        "cpu_seconds": seconds,
    }


def _tool(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *map(str, words)]
    # The tool's exit code says whether everything holds; we read its figures.
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603


def faults(name: str, figures: Figures, floors: Mapping[str, float]) -> list[str]:
    """Return the floors that are not reached; `silent` is a ceiling.

    Of green claims none may be wrong too often, if there are any.
    """
    missed = []
    for what, floor in floors.items():
        if what == "green_right" and not figures["green"]:
            continue
        value = figures[what]
        if (value > floor) if what == "silent" else (value < floor):
            missed.append(f"{name} {what}: {value:.3f}, floor {floor:g}")
    return missed


def quality_page(
    scores: Mapping[str, ClaimScores], figures: Mapping[str, Figures]
) -> str:
    """Return what the scores say, as a page of the documentation."""
    lines = [
        "<!-- Made by `python -m quality.gate --write`; do not edit. -->\n",
        "# How well it reads\n",
        "Measured on the labelled example pages. They were written and labelled by"
        " somebody who had not seen the rules; the rules have since been mended where"
        " they failed on these pages, so other pages will be read worse than this"
        " table says: when first read, value, measure and speaker were all right for"
        " 0.45 of these figures, and for 0.27 on twelve further pages of other styles."
        " `spacy` is with the language model, `regex` without, `encoder` with it and"
        " with the encoder of the codebook reading along. To score your own"
        " labelled texts: [Score a run](../howto/score_a_run.md).\n",
        f"| of all labelled figures | {' | '.join(scores)} |",
        f"|---|{'---|' * len(scores)}",
    ]
    found = {mode: score.of_kind("figure") for mode, score in scores.items()}
    rows = {
        "labelled": [f"{f.found + f.missed}" for f in found.values()],
        "found": [_said(f.recall) for f in found.values()],
        "found ones that are labelled": [_said(f.precision) for f in found.values()],
        "value, measure and speaker right": [
            _said(s.joint.share) for s in scores.values()
        ],
        "fit for an estimate, but for who is counted": [
            _said(figures[mode]["estimate_ready"]) for mode in scores
        ],
        "fit for an estimate": [_said(s.estimate_ready.share) for s in scores.values()],
        "claims from menus and comments": [f"{s.silent}" for s in scores.values()],
    }
    for name, cells in rows.items():
        lines.append(f"| {name} | {' | '.join(cells)} |")
    lines += [
        "\nLabels name who is counted only where it is not the workers as a whole; the"
        " two lines differ by that.\n",
        "Slots, over all claims found that the label says anything about:\n",
        f"| slot | {' | '.join(scores)} |",
        f"|---|{'---|' * len(scores)}",
    ]
    slots = [{row.slot: row.score for row in s.slots} for s in scores.values()]
    for slot in slots[0]:
        lines.append(f"| {slot} | {' | '.join(_of(each[slot]) for each in slots)} |")
    return "\n".join(lines) + "\n"


def _said(share: float | None) -> str:
    return "-" if share is None else f"{share:.2f}"


def _of(share: Share) -> str:
    return f"{share.right} of {share.asked}" if share.asked else "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of every set and mode; return 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    if options.shared and not (options.shared / "gold" / "seeds.jsonl").is_file():
        parser.error(f"{options.shared} holds no gold/seeds.jsonl")
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    missed: list[str] = []
    scores: dict[str, ClaimScores] = {}
    own: dict[str, Figures] = {}
    unseen: dict[str, Unseen] = {}
    for mode in MODES:
        with tempfile.TemporaryDirectory() as folder:
            own[mode], scores[mode] = score_own(mode, Path(folder))
            sets = {f"own {mode}": own[mode]}
        if options.shared:
            with tempfile.TemporaryDirectory() as folder:
                outside = score_outside(options.shared, mode, Path(folder))
                sets[f"seeds {mode}"] = outside
        unseen[mode] = score_unseen(mode)
        sets[f"unseen {mode}"] = unseen[mode].floors()
        for name, figures in sets.items():
            print(name, *(f"{what} {value:.3f}" for what, value in figures.items()))
            missed += faults(name, figures, floors[name])
    if options.write:
        page = quality_page(scores, own) + unseen_page(
            unseen, read_curve(), score_agreement()
        )
        PAGE.write_text(page, encoding="utf-8")
    print(*(f"MISSED {fault}" for fault in missed), sep="\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
