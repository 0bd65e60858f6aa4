"""Names in the press rules must fit the codebook and each other."""

import msgspec
import pytest

from tumen.codebook.check_press import find_press_trouble, populations
from tumen.codebook.load import load_codebook
from tumen.codebook.load_press import load_press_rules
from tumen.codebook.press import PressRules

RULES = load_press_rules("dprk-labour")
CODEBOOK = load_codebook("dprk-labour")


def changed(part: str, **slots: object) -> PressRules:
    """The rules with the first entry of a part changed."""
    first, *rest = getattr(RULES, part)
    entry = msgspec.structs.replace(first, **slots)
    return msgspec.structs.replace(RULES, **{part: (entry, *rest)})


def worded(**rules: tuple[str, ...]) -> PressRules:
    return msgspec.structs.replace(RULES, grammar={**RULES.grammar, **rules})


def test_the_built_in_rules_fit() -> None:
    assert find_press_trouble(RULES, CODEBOOK) == ()


@pytest.mark.parametrize(
    ("rules", "trouble"),
    [
        (changed("facts", element="people.nobody"), "no element 'people.nobody'"),
        (changed("facts", measure="flow"), "has no measure 'flow'"),
        (changed("facts", unit="hours"), "has no unit 'hours'"),
        (changed("facts", kind="policy"), "has no kind 'policy'"),
        (changed("facts", population="Martians"), "no population 'Martians'"),
        (changed("facts", span="round"), "'round' is no span"),
        (changed("facts", times=("tomorrow",)), "'tomorrow' is no time"),
        (changed("facts", series="C99"), "no series 'C99'"),
        (changed("facts", words="unsaid", name="new"), "no sentence tells it"),
        (changed("series", code="C99"), "there is no such box or arrow"),
        (changed("series", element="people.nobody"), "no element 'people.nobody'"),
        (changed("series", place="Mars"), "there is no place 'Mars'"),
        (changed("voices", facts={"gossip": 1.0}), "there is no fact 'gossip'"),
        (changed("voices", facts={"permits": 0.0}), "must be above 0"),
        (changed("voices", kind="martian"), "no frame for its first sentence"),
        (changed("voices", forms=()), "needs forms and again"),
        (changed("sentences", fact="gossip"), "there is no fact 'gossip'"),
        (
            changed("sentences", text="«:{amount} {when}"),
            "a mark that opens and closes",
        ),
        (changed("sentences", text="«x:{amount} {when}»"), "there is no fact 'x'"),
        (changed("sentences", text="«:{size} {when}»"), "there is no slot 'size'"),
        (changed("sentences", fact="permits", text="«:{amount}»"), "needs {when}"),
        (changed("sentences", times=("tomorrow",)), "'tomorrow' is no time"),
        (changed("plans", voices=("nobody",)), "there is no 'nobody'"),
        (changed("plans", fillers=("nothing",)), "there is no 'nothing'"),
        (changed("plans", subject="moon"), "there is no 'moon'"),
        (changed("layouts", parts=()), "must always stand"),
        (changed("outlets", site="larch.com"), "must end in .example"),
        (changed("outlets", layouts=("none",)), "there is no layout 'none'"),
        (worded(a=("<b>",)), "there is no rule 'b'"),
        (worded(a=("[x|y",)), "do not fit"),
        (worded(a=("<b>",), b=("<a>",)), "goes round in a circle"),
        (worded(invented=("Made up.",)), "must hold the word Invented"),
    ],
)
def test_what_does_not_fit_is_told(rules: PressRules, trouble: str) -> None:
    assert any(trouble in text for text in find_press_trouble(rules, CODEBOOK))


def test_pages_about_other_things_are_needed() -> None:
    plans = tuple(plan for plan in RULES.plans if plan.subject != "none")
    rules = msgspec.structs.replace(RULES, plans=plans)
    assert "one plan must have the subject none" in find_press_trouble(rules, CODEBOOK)


def test_populations_of_the_model_are_known() -> None:
    assert {"NK workers", "North Koreans, student"} <= populations(CODEBOOK)
    bare = msgspec.structs.replace(CODEBOOK, model=None)
    assert "North Koreans, student" not in populations(bare)
