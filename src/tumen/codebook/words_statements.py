"""Shape of `languages/<language>/statements.toml`."""

import msgspec


class StatementWords(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True
):
    """Tables of `statements.toml`; words are in lower case.

    Args:
        endings: (ending, what may replace it) to get at base forms.
        clause_breaks: words before which a clause ends when nothing is parsed.
        complementizers: words that begin what somebody says or finds likely.
        edges: words and marks cut from both ends of a clause.
        modals: helping verbs that leave an event unreal (`could`, `can`).
        futures: helping verbs by which an event is still to come (`will`).
        conditions: words that make a clause a mere condition (`if`).
        realizers: verbs after which an infinitive did happen (`began to`).
        negatives: words that say that something did not happen.
        present_endings: (ending of `he takes`, what the base form has instead).
        ongoing_endings: endings of participles of what goes on (`waiting`).
        same_past: verbs whose past is like their present (`beat`).
        abilities: hedging words that hedge no condition or rule (`could`, `must be`).
        trends: cues that say that a number of people rises or falls.
        unknowns: cues that say that a number of people is not known.
        superlatives: phrases of first and only times.
        unknown_phrases: phrases of what nobody knows.
        conclusions: phrases by which an article draws a conclusion of its own.
        counted: cue of what is counted, in the order asked, -> code of the element.
        route_details: phrases of contact means, meeting points and hand-over steps; a
            statement that holds one is never made into a claim.
        anaphors: words that stand for what was counted before (`the number`).
        lasting: helping verbs that make the past last until now (`has`).
        past_endings: endings of verbs of the past.
        present: phrases that say that something holds now.
        present_helpers: verb forms that speak of now (`is`, `has`).
        past_helpers: verb forms that speak of what was (`could`, `had`).
        habits: words of what is done again and again; it has no date.
        tenses: helping verbs that tell the time of a verb, by that time; of several
            times the first decides.
    """

    endings: tuple[tuple[str, str], ...]
    clause_breaks: frozenset[str]
    complementizers: frozenset[str]
    edges: frozenset[str]
    modals: frozenset[str]
    futures: frozenset[str]
    conditions: frozenset[str]
    realizers: frozenset[str]
    negatives: frozenset[str]
    present_endings: tuple[tuple[str, str], ...]
    ongoing_endings: tuple[str, ...]
    same_past: frozenset[str]
    abilities: frozenset[str]
    trends: tuple[str, ...]
    unknowns: tuple[str, ...]
    superlatives: tuple[str, ...]
    unknown_phrases: tuple[str, ...]
    conclusions: tuple[str, ...]
    counted: dict[str, str]
    route_details: tuple[str, ...]
    anaphors: tuple[str, ...]
    lasting: frozenset[str]
    past_endings: tuple[str, ...]
    present: tuple[str, ...]
    present_helpers: frozenset[str]
    past_helpers: frozenset[str]
    habits: frozenset[str]
    tenses: dict[str, frozenset[str]]
