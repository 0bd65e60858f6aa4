"""Give every piece of a page its role."""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from tumen.read.bylines import find_people, is_byline, is_credit, split_byline
from tumen.read.draft import Draft, Piece
from tumen.read.figure_lists import find_lists
from tumen.read.lexicon import Lexicon
from tumen.read.looks import Look, look_at
from tumen.read.outlet_names import OutletNames
from tumen.read.zones import find_body, find_shadowed
from tumen.records.document import Block, Role
from tumen.records.span import Span

MAX_STRANGE_LETTERS = 0.25
MAX_SUBHEAD_WORDS = 16
OPENING, CLOSING = "“‘\"'«「", "”’\"'»」"
MIN_SAID = 30
MIN_TITLE_WORDS = 4
MAX_TITLE_WORDS = 30


@dataclass(frozen=True, slots=True)
class Sorted:
    """Blocks of a page and the piece that is its headline, if any."""

    blocks: tuple[Block, ...]
    title: Span | None


class Sorter:
    """Sorts the pieces of one page; each step fills roles that are still open."""

    def __init__(self, draft: Draft, lexicon: Lexicon, names: OutletNames) -> None:
        self.text = draft.text
        self.told = frozenset(w.value for w in draft.witnesses if w.key == "title")
        self.lexicon = lexicon
        self.names = names
        self.pieces = _split(draft, lexicon)
        self.looks = [
            look_at(draft.text, piece, lexicon, names) for piece in self.pieces
        ]
        self.roles: list[Role | None] = [None] * len(self.pieces)
        self.copies = Counter(
            look.core for look in self.looks if look.words >= MIN_TITLE_WORDS
        )

    def sort(self) -> Sorted:
        """Return all pieces with roles."""
        self._mark_hinted()
        self._mark_foreign()
        self._mark_captions()
        self._mark_lines()
        hints = [piece.hint for piece in self.pieces]
        cut = self._comments_from()
        taken = [role is Role.CAPTION for role in self.roles]
        body = find_body(self.looks[:cut], hints[:cut], taken[:cut])
        title = self._sort_around(body, cut)
        self._mark_credit_tails()
        blocks = tuple(
            Block(piece.span, role or Role.FURNITURE)
            for piece, role in zip(self.pieces, self.roles, strict=True)
        )
        return Sorted(blocks, title)

    def _mark_hinted(self) -> None:
        """Markup settles furniture and comments; a date or name must look like one."""
        for index, piece in enumerate(self.pieces):
            core = self.looks[index].core
            people = piece.hint is Role.BYLINE and find_people(core, self.lexicon)
            if piece.hint in (Role.FURNITURE, Role.COMMENT):
                self.roles[index] = piece.hint
            elif people:
                self.roles[index] = Role.BYLINE

    def _mark_foreign(self) -> None:
        """Lines in another script than the running text belong to another page."""
        prose = [look for look in self.looks if look.prose]
        latin = sum(look.words for look in prose if look.latin_share > 0.5)
        expected = 2 * latin >= sum(look.words for look in prose)
        for index, look in enumerate(self.looks):
            strange = 1 - look.latin_share if expected else look.latin_share
            if (
                self.roles[index] is None
                and strange > MAX_STRANGE_LETTERS
                and not look.ends
            ):
                self.roles[index] = Role.FURNITURE

    def _mark_captions(self) -> None:
        """Captions carry a cue, stand twice in a row, or copy such a line."""
        looks = self.looks
        captions = {
            look.core for look in looks if look.captioned and not look.furnished
        }
        for before, look in pairwise(looks):
            if before.core == look.core and look.prose:
                captions.add(look.core)
        for index, look in enumerate(looks):
            if self.roles[index] is not None:
                continue
            if look.core in captions or self.pieces[index].hint is Role.CAPTION:
                self.roles[index] = Role.CAPTION
        for index in range(1, len(looks)):
            if self.roles[index - 1] is Role.CAPTION and self._is_picture_credit(index):
                self.roles[index] = Role.CAPTION

    def _is_picture_credit(self, index: int) -> bool:
        look = self.looks[index]
        known = self.names.find_in(look.core) or self.lexicon.photo_in.search(look.core)
        return (
            self.roles[index] is None
            and look.words <= 6
            and not look.ends
            and bool(known)
        )

    def _mark_lines(self) -> None:
        for index, look in enumerate(self.looks):
            if self.roles[index] is not None:
                continue
            if look.dated:
                self.roles[index] = Role.DATELINE
            elif is_byline(look.core, self.lexicon):
                self.roles[index] = Role.BYLINE
            elif is_credit(look.core, self.lexicon, self.names):
                self.roles[index] = Role.CREDIT

    def _comments_from(self) -> int:
        """Return the index of the heading of the comments, else the number of pieces."""
        said = 0
        for index, look in enumerate(self.looks):
            if look.comment_voice and said > MIN_SAID and self._voices(index) >= 2:
                return index
            said += look.words if look.prose and self.roles[index] is None else 0
            if look.comment_head and said and self._voices_after(index, said):
                return index
        return len(self.looks)

    def _voices(self, index: int) -> int:
        return sum(look.comment_voice for look in self.looks[index:])

    def _voices_after(self, index: int, said: int) -> bool:
        after = self.looks[index + 1 :]
        if any(look.comment_voice for look in after):
            return True
        return sum(look.words for look in after if look.prose) < said

    def _sort_around(self, body: tuple[int, int] | None, cut: int) -> Span | None:
        first, last = self._below_headline(*body) if body else (cut, cut)
        title = self._find_title(first)
        if title is None and self._asks(first, last):
            title, first = first, first + 1
        self._sort_head(first, title)
        if body:
            self._sort_body(first, last)
        for index in range(cut, len(self.pieces)):
            if self.pieces[index].hint is Role.FURNITURE:
                continue
            self.roles[index] = self._tail_role(index, cut)
        return self.pieces[title].span if title is not None else None

    def _below_headline(self, first: int, last: int) -> tuple[int, int]:
        """Return the body without a lone notice that stands above the headline."""
        at = first + 1
        if at + 2 >= last or not self._can_title(at):
            return first, last
        below = self.roles[at + 1 : at + 3]
        if self.looks[at].words >= MIN_TITLE_WORDS and (
            Role.DATELINE in below or Role.BYLINE in below
        ):
            self.roles[first] = Role.FURNITURE
            return at + 1, last
        return first, last

    def _tail_role(self, index: int, cut: int) -> Role:
        look = self.looks[index]
        if look.imprint or (look.furnished and index > cut):
            return Role.FURNITURE
        return Role.COMMENT

    def _find_title(self, first: int) -> int | None:
        """Return the piece above the body that is most like a headline."""
        scores = {
            i: self._title_score(i, first) for i in range(first) if self._can_title(i)
        }
        best = max(scores, key=lambda i: (scores[i], i), default=None)
        while best is not None:
            above = self._above(best)
            if above not in scores or self._shared_words(self.looks[above], first) < 2:
                return best
            best = above
        return None

    def _asks(self, first: int, last: int) -> bool:
        """Tell whether the text begins with one question and a line about the page."""
        return (
            first + 2 < last
            and self.looks[first].core.endswith("?")
            and self.looks[first].words <= MAX_SUBHEAD_WORDS
            and self._can_title(first)
            and not self.looks[first + 1].prose
        )

    def _above(self, index: int) -> int:
        """Return the next piece above that is no caption, date, name or tool."""
        above = index - 1
        while above >= 0 and (self.roles[above] is not None or self.looks[above].tool):
            above -= 1
        return above

    def _can_title(self, index: int) -> bool:
        look = self.looks[index]
        return (
            self.roles[index] is None
            and look.titled
            and (look.words >= MIN_TITLE_WORDS or self.pieces[index].heading)
        )

    def _title_score(self, index: int, first: int) -> float:
        look = self.looks[index]
        near = [
            self.roles[i] for i in (index - 1, index + 1) if 0 <= i < len(self.roles)
        ]
        score = 3.0 * self.pieces[index].heading
        score += 6.0 * any(look.core in told for told in self.told)
        score += 2.0 * (self.copies[look.core] > 1) + 2.0 * (index == 0)
        score += 2.0 * any(role in (Role.DATELINE, Role.BYLINE) for role in near)
        score += self._shared_words(look, first) - 2.0 * self._listed_near(index)
        return score - min(first - index, 40) / 20

    def _listed_near(self, index: int) -> bool:
        return index > 0 and self.looks[index - 1].listed

    def _shared_words(self, look: Look, first: int) -> float:
        """Return 0 to 4: how far the words of a line come back in the body."""
        opening = " ".join(each.core for each in self.looks[first : first + 8]).lower()
        words = [word.lower() for word in look.core.split() if len(word) > 3]
        return 4.0 * sum(word in opening for word in words) / max(len(words), 1)

    def _sort_head(self, first: int, title: int | None) -> None:
        """Sort what stands above the body, from the body upwards to the title."""
        top = title if title is not None else first
        core = self.looks[title].core if title is not None else None
        for index in range(first):
            look = self.looks[index]
            if self.roles[index] is not None:
                if index < top and self.roles[index] in (Role.BYLINE, Role.CREDIT):
                    self.roles[index] = Role.FURNITURE
                continue
            same = look.core == core
            standfirst = (
                index > top
                and (look.titled or look.prose)
                and look.words >= MIN_TITLE_WORDS
            )
            self.roles[index] = Role.HEADLINE if same or standfirst else None
            if self._is_lone_name(index, top):
                self.roles[index] = Role.BYLINE

    def _is_lone_name(self, index: int, top: int) -> bool:
        """Tell whether a piece is a bare name beside a date line below the title."""
        core = self.looks[index].core
        if (
            index <= top
            or self.looks[index].words > 8
            or not find_people(core, self.lexicon)
        ):
            return False
        beside = [
            self.roles[i] for i in (index - 1, index + 1) if 0 <= i < len(self.roles)
        ]
        again = any(
            core in other.core
            and other.core != core
            and is_byline(other.core, self.lexicon)
            for other in self.looks
        )
        return again or Role.DATELINE in beside

    def _sort_body(self, first: int, last: int) -> None:
        shadowed = find_shadowed(self.looks, [piece.hint for piece in self.pieces])
        lists = find_lists(self.looks, shadowed)
        for index in range(first, last):
            if self.roles[index] not in (None, Role.DATELINE, Role.BYLINE):
                continue
            look = self.looks[index]
            if self.roles[index] is not None:
                continue
            inside = lists[index] or self._body_role(index, look)
            self.roles[index] = Role.FURNITURE if shadowed[index] else inside

    def _body_role(self, index: int, look: Look) -> Role:
        if look.prose or look.row:
            return Role.BODY
        if look.furnished or look.twin or look.words == 0:
            return Role.FURNITURE
        quoted = look.ends and look.core[0] not in OPENING and look.core[-1] in CLOSING
        if (
            look.titled
            and look.words <= MAX_SUBHEAD_WORDS
            and (quoted or not look.ends)
        ):
            return Role.HEADLINE
        spoken = look.listed or look.ends or look.words > MAX_SUBHEAD_WORDS
        return Role.BODY if spoken else Role.FURNITURE

    def _mark_credit_tails(self) -> None:
        """Nothing is left open: what has no role by now is furniture."""
        self.roles = [role or Role.FURNITURE for role in self.roles]


def sort_pieces(draft: Draft, lexicon: Lexicon, names: OutletNames) -> Sorted:
    """Return the blocks of an article with their roles, in order of the text."""
    return Sorter(draft, lexicon, names).sort()


def _split(draft: Draft, lexicon: Lexicon) -> list[Piece]:
    pieces = []
    for piece in draft.pieces:
        spans = split_byline(draft.text, piece.span, lexicon)
        cut = len(spans) > 1
        pieces += [replace(piece, span=span) for span in spans] if cut else [piece]
    return pieces
