"""Copies keep their origins and days, and name where they come from."""

import re
from dataclasses import replace

import msgspec
import numpy as np

from tests.world.press.conftest import RULES, claim, draft
from tumen.world.press.copies import copy_page
from tumen.world.press.draft import Draft

TEXT = "About 12,400 men were there, a clerk said."
LABEL = claim("About 12,400 men", TEXT, best=12400.0, qualifier="about")


def copied(source: Draft, seed: int, **copies: float) -> Draft:
    rules = msgspec.structs.replace(
        RULES, copies=msgspec.structs.replace(RULES.copies, **copies)
    )
    return copy_page(source, 1, rules, np.random.default_rng(seed))


def test_a_reprint_says_the_same_by_way_of_another_outlet() -> None:
    source = draft(TEXT, LABEL)
    made = copied(source, 1, excerpt=0, garbled=0)
    assert [p.text for p in made.paragraphs] == [TEXT]
    label = made.claims[0]
    assert (label.origin, label.via) == (LABEL.origin, "Larch Wire")
    assert label.chain == (made.outlet.name,)
    assert made.outlet.name != "Larch Wire"
    assert (made.source, made.day >= source.day) == (source, True)


def test_a_copy_of_a_copy_comes_from_the_first_page() -> None:
    source = draft(TEXT, LABEL)
    second = copied(copied(source, 1, garbled=0), 2, garbled=0)
    assert second.source is source
    assert second.claims[0].via == "Larch Wire"


def test_an_excerpt_has_the_first_paragraphs() -> None:
    source = draft(TEXT, LABEL)
    source.paragraphs = source.paragraphs * 5
    lengths = {
        len(copied(source, seed, excerpt=1, garbled=0).paragraphs) for seed in range(40)
    }
    assert lengths == {2, 3, 4}


def test_garbled_digits_are_labelled_as_they_are_printed() -> None:
    made = copied(draft(TEXT, LABEL), 1, excerpt=0, garbled=1)
    label = made.claims[0]
    assert made.paragraphs[0].text == TEXT.replace("12,400", "21,400")
    assert (label.best, label.quote) == (21400.0, "About 21,400 men")
    assert label.flags == ("garbled",)


def test_a_number_without_two_different_digits_stays() -> None:
    text = TEXT.replace("12,400", "33,333")
    label = replace(LABEL, anchor=text, quote="About 33,333 men", best=33333.0)
    assert copied(draft(text, label), 1, garbled=1).paragraphs[0].text == text


def test_a_late_copy_tells_the_day_of_the_first_page() -> None:
    made = [copied(draft(TEXT, LABEL), seed) for seed in range(60)]
    late = [d for d in made if (d.day - draft().day).days > 3]
    assert late
    assert all("Larch Wire" in d.credit for d in made)
    assert all(re.search(r"March 20, 2007", d.credit) for d in late)


def test_the_chain_names_the_first_page_and_none_in_between() -> None:
    label = replace(LABEL, chain=("Ilse Varnholt", "Larch Wire"))
    second = copied(copied(draft(TEXT, label), 1, garbled=0), 2, garbled=0)
    assert second.claims[0].chain == (
        "Ilse Varnholt",
        "Larch Wire",
        second.outlet.name,
    )


def test_a_copy_of_fresh_news_tells_the_day_even_when_it_comes_soon() -> None:
    fresh = replace(LABEL, as_of_end=draft().day)
    made = [copied(draft(TEXT, fresh), seed) for seed in range(60)]
    soon = [d for d in made if 0 < (d.day - draft().day).days <= 3]
    assert soon
    assert all(re.search(r"March 20, 2007", d.credit) for d in soon)
