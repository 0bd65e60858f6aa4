"""The voices met so far on a page, and which of them was cited last."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tumen.extract.voices import Called, Profile


@dataclass(slots=True)
class Roll:
    """Profiles in order of their first mention; `latest` are the numbers of those cited.

    A profile's number is its place in `profiles`.
    """

    profiles: list[Profile] = field(default_factory=list)
    latest: list[int] = field(default_factory=list)

    def cite(self, profile: Profile) -> None:
        """Remember that a voice was cited: `he said` may follow."""
        self.latest.append(profile.number)

    def named(self, name: str) -> Profile | None:
        """Return the voice that bears a name."""
        key = name.lower()
        return self.known(lambda p: key in p.names)

    def known(self, fits: Callable[[Profile], bool]) -> Profile | None:
        """Return the voice cited last that fits, else the last one only named."""
        return self.last(fits) or next(filter(fits, reversed(self.profiles)), None)

    def last(self, fits: Callable[[Profile], bool]) -> Profile | None:
        """Return the voice cited last that fits."""
        cited = (self.profiles[number] for number in reversed(self.latest))
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
        same = self.known(lambda p: p.voice.name == called.voice.name)
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
        return profile

    def _put(self, profile: Profile) -> Profile:
        self.profiles[profile.number] = profile
        return profile
