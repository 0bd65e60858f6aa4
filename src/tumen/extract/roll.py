"""The voices met so far on a page, and which of them was cited last."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from tumen.extract.voices import Called, Profile


@dataclass(slots=True)
class Roll:
    """Profiles in order of their first mention.

    Args:
        profiles: a profile's number is its place here.
        cited: how many were cited before each, by number; the last one at the end.
        bearing: numbers of those that bear a name, in lower case.
        voiced: numbers of those whose voice is so called.
    """

    profiles: list[Profile] = field(default_factory=list)
    cited: dict[int, int] = field(default_factory=dict)
    bearing: dict[str, list[int]] = field(default_factory=dict)
    voiced: dict[str, list[int]] = field(default_factory=dict)
    _citations: Iterator[int] = field(default_factory=count)

    def cite(self, profile: Profile) -> None:
        """Remember that a voice was cited: `he said` may follow."""
        self.cited.pop(profile.number, None)
        self.cited[profile.number] = next(self._citations)

    def named(self, name: str) -> Profile | None:
        """Return the voice that bears a name."""
        return self._latest(self.bearing.get(name.lower(), ()))

    def known(self, fits: Callable[[Profile], bool]) -> Profile | None:
        """Return the voice cited last that fits, else the last one only named."""
        return self.last(fits) or next(filter(fits, reversed(self.profiles)), None)

    def last(self, fits: Callable[[Profile], bool]) -> Profile | None:
        """Return the voice cited last that fits."""
        cited = (self.profiles[number] for number in reversed(self.cited))
        return next((profile for profile in cited if fits(profile)), None)

    def enrich(self, profile: Profile, roles: frozenset[str]) -> Profile:
        """Add what a voice is called besides."""
        return self._put(replace(profile, roles=profile.roles | roles))

    def gendered(self, profile: Profile, gender: str) -> Profile:
        """Remember whether a person is a `he` or a `she`; the first answer stays."""
        if profile.gender or not gender:
            return profile
        return self._put(replace(profile, gender=gender))

    def same_or_new(self, called: Called) -> Profile:
        """Return the voice of that name, a new one when there is none."""
        same = self._latest(self.voiced.get(called.voice.name, ()))
        return same or self.new(called)

    def new(self, called: Called) -> Profile:
        """Return a voice not met before."""
        profile = Profile(
            number=len(self.profiles),
            voice=called.voice,
            names=called.names,
            roles=called.roles,
            group=called.group,
        )
        self.profiles.append(profile)
        self.voiced.setdefault(called.voice.name, []).append(profile.number)
        for name in called.names:
            self.bearing.setdefault(name, []).append(profile.number)
        return profile

    def _latest(self, numbers: Sequence[int]) -> Profile | None:
        """Return the one of some that was cited last, else the one met last."""
        latest = max(numbers, key=lambda n: (self.cited.get(n, -1), n), default=None)
        return None if latest is None else self.profiles[latest]

    def _put(self, profile: Profile) -> Profile:
        self.profiles[profile.number] = profile
        return profile
