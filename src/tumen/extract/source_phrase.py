"""The words that name a voice, taken apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tumen.codebook.words_voices import SourceWords, VoiceWords
from tumen.extract.analysis import Analysis, Token
from tumen.extract.word_sets import cited_words, roles_before_names
from tumen.records.claim import ARTICLE_VOICE
from tumen.records.span import Span

NAME_WORD = re.compile(r"[^\W\d_][\w'’.\-]*", re.UNICODE)
LONG = 3
"""Shorter words are mostly no part of a name (`of`, `for`)."""
INITIAL = re.compile(r"[^\W\d_]\.")
NAME_RUN = re.compile(r"[A-Z][\w.&-]*(?:\s+[A-Z][\w.&-]*)*")
NO_VOICE_FIRST = frozenset({"ADP", "AUX", "SCONJ"})
NO_VOICE = frozenset({"VERB", "AUX", "ADV", "PRON", "ADP", "PUNCT", "NUM"})
LOOSE_ENDS = frozenset({"ADP", "DET", "CCONJ"})
"""No name ends with these: `the court in Tynda on` lacks its last word."""
IN_NAMES = frozenset({"of", "for"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
ENDS_HEAD = frozenset({*',;:(—–"“”', "''", "``"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase such as `Ada Example (not her real name), a former cook`.

    Args:
        text: all of it; `head_text` up to the first comma, bracket or relative.
        tokens: all of them; `head` is the noun that the phrase is about.
        describing: words that begin a clause about a person (`who`).
    """

    text: str
    head_text: str
    tokens: tuple[Token, ...]
    head: Token
    words: SourceWords
    describing: frozenset[str]

    @classmethod
    def read(cls, analysis: Analysis, span: Span, words: VoiceWords) -> "Phrase":
        """Take the words of a span apart; the span holds at least one token."""
        tokens = tuple(analysis.tokens[i] for i in analysis.tokens_in(span))
        relatives = words.cues.relatives
        end = next(
            (
                place
                for place, token in enumerate(tokens)
                if place
                and (
                    token.text in ENDS_HEAD
                    or token.lower in relatives
                    or _is_pronoun(token, words.sources)
                    or _leads_to_own(tokens, place, words.sources)
                )
            ),
            len(tokens),
        )
        while end > 1 and tokens[end - 1].pos in LOOSE_ENDS:
            end -= 1
        head_text = analysis.text[span.start : tokens[end - 1].span.end]
        head = head_of(tokens[:end], words.sources)
        return cls(
            text=span.quote(analysis.text),
            head_text=head_text,
            tokens=tokens,
            head=head,
            words=words.sources,
            describing=words.cues.describing,
        )

    @property
    def is_definite(self) -> bool:
        """True for `the source`, `this official`."""
        return self.tokens[0].lower in self.words.definite

    @property
    def is_somebodys(self) -> bool:
        """True for `his report`."""
        return self.tokens[0].lower in self.words.possessives

    @property
    def owner(self) -> Span | None:
        """Where the owner stands in `the group's calculation`, None without one."""
        marks = [t for t in self.tokens if t.lower in POSSESSIVE]
        if not marks or marks[0] is self.tokens[0]:
            return None
        return Span(self.tokens[0].span.start, marks[0].span.start)

    @property
    def head_start(self) -> int:
        """Return where the head stands in `head_text`."""
        return self.head.span.start - self.tokens[0].span.start

    @property
    def modifiers(self) -> frozenset[str]:
        """Return the lower-case words between a determiner and the head."""
        held = [t for t in self.tokens if t.span.start < self.head.span.start]
        determiners = self.words.definite | self.words.indefinite | self.words.another
        determiners |= self.words.repeated
        return frozenset(t.lower for t in held if t.lower not in determiners)

    @property
    def may_name_voice(self) -> bool:
        """True unless the words are a time, a number, a verb or a bare pronoun."""
        first, head = self.tokens[0], self.head
        pronouns = self.words.singular_pronouns | self.words.plural_pronouns
        pronouns |= self.words.thing_pronouns | self.words.own_pronouns
        is_number = first.text[0].isdigit() and first is not head
        if first.pos in NO_VOICE_FIRST or first.lower in pronouns or is_number:
            return False
        if self.is_anybody or not self.name:
            return False
        if self.is_one_of_several:
            return True
        if head.lower.rstrip(".") in self.words.times or head.text[0].isdigit():
            return False
        return head.pos not in NO_VOICE or head.text[0].isupper()

    @property
    def is_anybody(self) -> bool:
        """True for `every man`, `no manager`, `whoever`: nobody in particular."""
        return self.tokens[0].lower in self.words.anybody

    @property
    def is_one_of_several(self) -> bool:
        """True for `one`, `the second`, `one of the strikers`."""
        return self.head.lower in self.words.ordinals and not self.head.text.isdigit()

    @property
    def head_tokens(self) -> tuple[Token, ...]:
        """The words of `head_text`."""
        end = self.tokens[0].span.start + len(self.head_text)
        return tuple(t for t in self.tokens if t.span.start < end)

    @property
    def described_one(self) -> Span | None:
        """Where `a welder` stands in `One, a welder`, None for any other phrase."""
        behind = self.tokens[2:]
        is_bare = self.is_one_of_several and len(self.head_tokens) == 1
        if (
            not is_bare
            or len(behind) < 2
            or behind[0].lower not in self.words.indefinite
        ):
            return None
        is_person = head_of(behind, self.words).lemma in self.words.persons
        return Span(behind[0].span.start, behind[-1].span.end) if is_person else None

    @property
    def is_title(self) -> bool:
        """True for a name of several capitalised words: `Workers Watch Asia`.

        `Officials in Example Town` is none.
        """
        place = next((t for t in self.head_tokens if _leads_to_place(t)), None)
        end = place.span.start - self.tokens[0].span.start if place else None
        text = self.head_text[:end]
        words = [w for w in re.findall(NAME_WORD, text) if len(w) > LONG]
        return len(words) > 1 and all(word[0].isupper() for word in words)

    @property
    def is_described(self) -> bool:
        """True for one name and who that is: `Babu, a crane driver`, `Babu, who`."""
        if " " in self.head_text.strip() or not self.head_text[0].isupper():
            return False
        behind = [t for t in self.tokens if t.span.start > self.head.span.end]
        if not behind or behind[0].lower == "that":
            return False
        if behind[0].lower in self.describing:
            return True
        opens = behind[0].lower in self.words.indefinite | self.words.definite
        return opens and head_of(behind, self.words).lemma in self.words.persons

    @property
    def is_pronoun(self) -> bool:
        """True for `he`, `she` and `they`."""
        people = self.words.singular_pronouns | self.words.plural_pronouns
        return len(self.tokens) == 1 and self.tokens[0].lower in people

    @property
    def is_plural(self) -> bool:
        """True when several people or things are named."""
        lower, lemma = self.head.lower, self.head.lemma
        return lower != lemma or lower in self.words.plurals

    @property
    def is_short(self) -> bool:
        """True for a determiner, at most one word more, and a noun."""
        return len(NAME_WORD.findall(self.head_text)) <= 3

    @property
    def is_another(self) -> bool:
        """True for `another source`, `a second resident`, `the second source`."""
        return any(token.lower in self.words.another for token in self.tokens[:2])

    @property
    def roles(self) -> frozenset[str]:
        """All nouns and titles of the phrase that say what somebody is."""
        titled = self.words.ranks
        titles = (titled.get(t.lower.rstrip(".")) for t in self.tokens)
        nouns = (t.lemma for t in self.tokens if t.lemma in self.words.persons)
        return frozenset((*nouns, *(role for role in titles if role)))

    @property
    def name(self) -> str:
        """The head of the phrase as it stands in a record: `experts`, `a source in X`."""
        kept = self.head_text.strip(" \"“”'’[],-–")
        rest, _, last = kept.rpartition(" ")
        kept = rest if rest and last.lower() in self.words.also else kept
        first, _, rest = kept.partition(" ")
        if first.lower() in self.words.possessives | self.words.definite and rest:
            # `article` alone is the page's own voice, not one that the page cites.
            return f"{first.lower()} {rest}" if rest == ARTICLE_VOICE else rest
        is_common = self.tokens[0].lower in self.words.indefinite or (
            self.tokens[0] is self.head and self.head.lemma in self.words.persons
        )
        is_common = (
            is_common
            and not self.is_title
            and (len(first) < 2 or not first[:2].isupper())
        )
        return kept[:1].lower() + kept[1:] if is_common else kept

    @property
    def description(self) -> str:
        """What follows the first comma: `a retired cook from the coast`."""
        rest = self.text[len(self.head_text) :].strip(" ,")
        first, _, following = rest.partition(" ")
        return following if first in self.words.also else rest

    @property
    def as_second(self) -> str:
        """What another voice of a profile is called: `second source, a citizen`."""
        rest = self.description
        if rest.partition(" ")[0] in self.words.indefinite:
            return f"{self.words.second}, {rest}"
        place = self.head_text.partition(self.head.text)[2].strip()
        if self.head.lemma == self.words.second.split()[-1]:
            return " ".join((self.words.second, place)).strip()
        return f"{self.words.second}, {self.name}"

    @property
    def called(self) -> str | None:
        """Return the name behind `who gave his name as`, else None."""
        lower = self.text.lower()
        ends = [lower.find(m) + len(m) for m in self.words.pseudonym if m in lower]
        given = NAME_RUN.match(self.text[max(ends) :].lstrip()) if ends else None
        return given.group() if given else None

    def person(self, places: frozenset[str]) -> str | None:
        """Return the full name of the person the phrase is about, else None.

        A name after a preposition (`a spokesman for X Y`) is somebody else's.
        """
        titled = any(
            t.lower.rstrip(".") in self.words.forms_of_address for t in self.tokens[:2]
        )
        run: list[str] = []
        before, role = "", ""
        end = -1
        for match in NAME_WORD.finditer(self.head_text):
            word = match.group().rstrip(".'’")
            adjacent = self.head_text[end : match.start()].strip(" .") == ""
            is_initial = INITIAL.fullmatch(match.group()) is not None
            may_be_name = is_initial or self._may_be_name(word, places)
            is_whole = len(run) > 1 or (titled and len(run) == 1)
            # `Ada Example Foundation` is nobody.
            goes_on = adjacent and (may_be_name or self._is_body(word))
            if is_whole and not goes_on:
                break
            if not may_be_name:
                run, role = [], word.lower()
                before = before if word.lower() in self.words.titles else word.lower()
            else:
                word = match.group() if is_initial else word
                run = [*run, word] if adjacent or not run else [word]
            end = match.end()
        is_others = before in self.words.prepositions
        # `ambassador Ivanov` and `Ivanov, a welder` are people too.
        is_told = titled or self.is_described or role in roles_before_names(self.words)
        long_enough = len(run) > 1 or (is_told and len(run) == 1)
        return " ".join(run) if long_enough and not is_others else None

    def person_behind(self, places: frozenset[str]) -> str | None:
        """Return the name that follows a role: `the chief physician, Ada Example`."""
        if self.head.lemma not in self.words.persons:
            return None
        run = NAME_RUN.match(self.text[len(self.head_text) :].lstrip(" ,"))
        names = run.group().rstrip(".").split() if run else []
        is_name = all(self._may_be_name(word, places) for word in names)
        return " ".join(names) if len(names) > 1 and is_name else None

    def outlet_name(self) -> str | None:
        """Return a run of capitalised words that reads like an outlet's name."""
        runs = re.findall(NAME_RUN, self.head_text)
        return next(
            (run for run in runs if self.words.outlet_words & set(run.lower().split())),
            None,
        )

    def _may_be_name(self, word: str, places: frozenset[str]) -> bool:
        lower = re.sub(r"['’]s$", "", word.lower())
        return (
            word[0].isupper()
            and len(word) > 1
            and lower == word.lower()
            and lower not in self.words.titles
            and lower not in self.words.organisation_words
            and lower not in self.words.persons
            and lower not in self.words.documents
            and lower not in self.words.openings
            and lower not in self.words.times
            and lower not in self.words.definite
            and lower not in self.words.indefinite
            and lower not in self.words.quantifiers
            and lower not in places
            and not lower.endswith(self.words.home_endings)
        )

    def _is_body(self, word: str) -> bool:
        """Tell whether a word with a capital letter names a kind of body."""
        bodies = self.words.organisation_words | self.words.institutions
        return word[0].isupper() and word.lower() in bodies


def is_abbreviation(token: Token) -> bool:
    """Tell whether a word is all capitals: `US` is a country, and no pronoun."""
    return len(token.text) > 1 and token.text.isupper()


def _is_pronoun(token: Token, words: SourceWords) -> bool:
    """Tell whether a voice ends before a clause about it: `a man I met`."""
    if is_abbreviation(token):
        return False
    own = words.own_pronouns | words.singular_pronouns | words.plural_pronouns
    return token.lower in own


def _leads_to_place(token: Token) -> bool:
    """Tell `in Oslo` from `of Labour`, which may be a part of a name."""
    return token.pos == "ADP" and token.lower not in IN_NAMES


def _leads_to_own(tokens: Sequence[Token], place: int, words: SourceWords) -> bool:
    """Tell whether a voice ends before `in its report`."""
    follows = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    return tokens[place].pos == "ADP" and follows in words.possessives


def head_of(tokens: Sequence[Token], words: SourceWords) -> Token:
    """Return the noun a phrase is about, before its first preposition or participle.

    The last noun that names a voice wins; without a parser an adjective behind it
    looks like a noun (`an analyst close to the talks`). What somebody owns stands behind
    (`the mill's new director`).
    """
    speaking = cited_words(words)
    nouns: list[Token] = []
    others: list[Token] = [tokens[0]]
    owned = False
    for place, token in enumerate(tokens):
        if place and token.pos in ("ADP", "VERB", "AUX", "SCONJ"):
            break
        is_listed = token.lemma in speaking or token.lower in speaking
        if token.pos in ("NOUN", "PROPN") or (nouns and is_listed):
            nouns.append(token)
            owned = False
        elif token.lower in POSSESSIVE:
            owned = bool(nouns)
        elif nouns and not owned and token.pos in ("ADJ", "ADV"):
            break
        elif token.pos in ("ADJ", "X", "PRON", "NUM"):
            others.append(token)
    listed = [t for t in nouns if t.lemma in speaking or t.lower in speaking]
    return (listed or nouns or others)[-1]
