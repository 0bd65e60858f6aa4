"""The number words of a language, compiled for reading."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tumen.codebook.words_numbers import NumberWords, Range, Skip, UnitWords, Vague
from tumen.extract.amounts_tokens import Phrases, phrase_set
from tumen.extract.compiled import once
from tumen.records.amount import Qualifier

RISE, FALL = "rise", "fall"
"""Flags of a number that tells by how much something rose or fell."""

PERSONS = UnitWords(name="persons", kind="people", words=())


@dataclass(frozen=True)
class Grammar:
    """Word tables as phrases that can be looked up; made by `grammar_of`."""

    words: NumberWords
    marks: Phrases[Qualifier]
    marks_after: Phrases[Qualifier]
    fillers: Phrases[str]
    units: Phrases[UnitWords]
    singles: frozenset[str]
    signs: Phrases[UnitWords]
    joined: Phrases[UnitWords]
    glued: Phrases[UnitWords]
    joins: tuple[tuple[Phrases[str], Phrases[str], Range], ...]
    vague: Phrases[Vague]
    shares: Phrases[str]
    not_before: Phrases[str]
    not_behind: Phrases[str]
    fractions: Phrases[float]
    sure: Phrases[str]
    every: Phrases[str]
    measured: Phrases[str]
    part_of: Phrases[str]
    out_of: Phrases[str]
    per: Phrases[str]
    per_what: Phrases[str]
    not_per: frozenset[str]
    per_adverbs: Phrases[str]
    rate_of: Mapping[str, Phrases[str]]
    rate_gaps: Phrases[str]
    at_a_time: Phrases[str]
    ages: Phrases[Phrases[str]]
    decades: Phrases[float]
    age_joints: Phrases[str]
    links: Phrases[str]
    clock: Phrases[str]
    clock_joints: Phrases[str]
    clock_openings: Phrases[str]
    clock_leads: Phrases[str]
    clock_names: Phrases[float]
    clock_parts: Phrases[float]
    clock_ends: Phrases[str]
    hour_leads: Phrases[str]
    age_subjects: Phrases[str]
    lone_people: frozenset[str]
    degrees: UnitWords | None
    cold_tails: Phrases[str]
    cold_ends: frozenset[str]
    clock_halves: Phrases[float]
    denials: tuple[tuple[Phrases[str], frozenset[str]], ...]
    numbering: Phrases[str]
    wholes: Phrases[str]
    told_by: Phrases[str]
    twins: Phrases[str]
    skips: tuple[tuple[Phrases[str], Phrases[str], Phrases[str], Skip], ...]
    guarded: frozenset[str]
    share_verbs: frozenset[str]
    not_fraction: Phrases[str]
    stops: frozenset[str]
    dates: frozenset[str]
    years: frozenset[str]
    place_leads: frozenset[str]
    changes: frozenset[str]
    tails: frozenset[str]
    unit_one: frozenset[str]
    scale_leads: frozenset[str]
    lasting: Phrases[str]
    lasting_one: Phrases[str]
    minus: Phrases[str]
    below: Phrases[str]
    directions: Phrases[str]
    change_gaps: Phrases[str]
    flow_words: Phrases[str]
    one_fates: Phrases[str]
    one_leads: Phrases[str]
    one_counts: Phrases[str]
    repeats: Phrases[float]
    goers: Mapping[str, str]
    per_of: Mapping[str, Phrases[str]]
    each: Phrases[str]
    holders: frozenset[str]
    joints: frozenset[str]
    definite: frozenset[str]


def _marks(table: Mapping[str, tuple[str, ...]]) -> Phrases[Qualifier]:
    return Phrases(
        {phrase: Qualifier(name) for name, all_ in table.items() for phrase in all_}
    )


def _joins(
    ranges: Iterable[Range],
) -> tuple[tuple[Phrases[str], Phrases[str], Range], ...]:
    return tuple(
        (phrase_set([r.before] if r.before else []), phrase_set(r.between), r)
        for r in ranges
    )


def _units(words: NumberWords) -> dict[str, UnitWords]:
    known = dict.fromkeys(words.people, PERSONS)
    return known | {word: unit for unit in words.units for word in unit.words}


def _lone_people(words: NumberWords) -> frozenset[str]:
    """Return the words for one person, by the plurals that are listed."""
    singulars = {
        plural.removesuffix(end)
        for plural in words.people
        for end in words.plural_ends
        if plural.endswith(end)
    }
    return frozenset(singulars | set(words.people_joined))


@once
def grammar_of(words: NumberWords) -> Grammar:
    """Return the compiled word tables."""
    whats = {unit.one: unit.one for unit in words.units if unit.one}
    units = _units(words)
    joined = dict.fromkeys(words.people_joined, PERSONS) | {
        word: unit for unit in words.units for word in unit.words
    }
    return Grammar(
        words=words,
        marks=_marks(words.marks),
        marks_after=_marks(words.marks_after),
        fillers=phrase_set(words.fillers),
        units=Phrases(units),
        singles=frozenset(unit.one for unit in words.units if unit.one),
        signs=Phrases({s: unit for unit in words.units for s in unit.signs}),
        joined=Phrases(joined),
        glued=Phrases({word: unit for unit in words.units for word in unit.glued}),
        joins=_joins(words.ranges),
        vague=Phrases({phrase: v for v in words.vague for phrase in v.words}),
        shares=phrase_set(words.shares),
        not_before=phrase_set(words.share_guards.get("before", ())),
        not_behind=phrase_set(words.share_guards.get("after", ())),
        fractions=Phrases(words.fractions | words.every),
        sure=phrase_set((*words.sure_fractions, *words.every)),
        every=phrase_set(words.every),
        measured=phrase_set(words.measured_fractions),
        part_of=phrase_set(words.part_of),
        out_of=phrase_set(words.out_of),
        per=phrase_set(words.per),
        per_what=Phrases(words.per_things | whats),
        not_per=frozenset(words.not_per),
        per_adverbs=Phrases(words.per_adverbs),
        rate_of={unit.name: Phrases(unit.rate_of) for unit in words.units},
        rate_gaps=phrase_set(words.rate_gaps),
        at_a_time=phrase_set(words.at_a_time),
        ages=Phrases({word: phrase_set(j) for word, j in words.ages.items()}),
        decades=Phrases(words.decades),
        age_joints=phrase_set(words.age_joints),
        links=phrase_set(words.noun_links),
        clock=phrase_set(words.clock),
        clock_joints=phrase_set(words.clock_joints),
        clock_openings=phrase_set(words.clock_openings),
        clock_leads=phrase_set(words.clock_leads),
        clock_names=Phrases(words.clock_names),
        clock_parts=Phrases(words.clock_parts),
        clock_ends=Phrases(words.clock_ends),
        hour_leads=phrase_set(words.hour_leads),
        age_subjects=phrase_set(words.age_subjects),
        lone_people=_lone_people(words),
        cold_tails=phrase_set(words.cold_tails),
        cold_ends=frozenset(words.noun_stops) - frozenset(words.definite),
        degrees=next((u for u in words.units if u.name == words.cold_unit), None),
        clock_halves=Phrases(words.clock_halves),
        denials=tuple(
            (phrase_set(denial.words), frozenset(denial.between))
            for denial in words.denials
        ),
        numbering=phrase_set(
            word for skip in words.skips if skip.bare for word in skip.before
        ),
        wholes=phrase_set(words.wholes),
        told_by=Phrases(words.tails),
        twins=phrase_set(words.twin_words),
        skips=tuple(
            (
                phrase_set(skip.before),
                phrase_set(skip.after),
                phrase_set(skip.unless_before),
                skip,
            )
            for skip in words.skips
        ),
        share_verbs=frozenset(words.share_guards.get("verbs", ())),
        guarded=frozenset(words.share_guards.get("guarded", ())),
        not_fraction=phrase_set(words.share_guards.get("fraction_before", ())),
        stops=frozenset(words.noun_stops),
        dates=frozenset(words.date_words),
        years=frozenset(words.year_words),
        place_leads=words.place_leads,
        changes=frozenset(words.changes),
        tails=frozenset(words.fraction_tails),
        unit_one=frozenset(words.unit_one),
        scale_leads=frozenset(words.scale_leads),
        lasting=phrase_set(words.lasting),
        lasting_one=phrase_set((*words.lasting, *words.lasting_one)),
        minus=phrase_set(words.minus),
        below=phrase_set(words.below),
        directions=Phrases(
            dict.fromkeys(words.rises, RISE) | dict.fromkeys(words.falls, FALL)
        ),
        change_gaps=phrase_set(words.change_gaps),
        flow_words=phrase_set(words.year_flow.words if words.year_flow else ()),
        one_fates=phrase_set(words.one_fates),
        one_leads=phrase_set(words.one_leads),
        one_counts=phrase_set(words.one_counts),
        repeats=Phrases(words.repeats),
        goers={w: name for name, all_ in words.goers.items() for w in all_},
        per_of={kind: phrase_set(pers) for kind, pers in words.per_of.items()},
        each=phrase_set(words.each),
        holders=frozenset(words.holders),
        joints=frozenset(words.joints),
        definite=frozenset(words.definite),
    )
