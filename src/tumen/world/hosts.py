"""What the host state does: raids, crackdowns, arrests of helpers, policies told."""

from tumen.world.law import Law
from tumen.world.population import pick
from tumen.world.scene import Scene


def raid(scene: Scene, law: Law) -> None:
    """Raid sites; it frightens their workers, and sometimes somebody is beaten."""
    sites, rng = scene.sites, scene.rng
    for site in pick(rng, sites.live(), law["raid"]):
        officers = 10 + int(rng.geometric(1 / 20))
        event = scene.chronicle.tell("event.raid", count=officers, site=int(site))
        sites.alarm[site] += law["raid_fear"]
        if rng.random() < law["violence"]:
            scene.chronicle.tell("event.violence", count=1, site=int(site), cause=event)


def press_helpers(scene: Scene, law: Law) -> None:
    """Arrest helpers; fewer of them, fewer reach an office. Others take their place."""
    rng = scene.rng
    arrested = int(rng.binomial(scene.helpers, min(law["helper_arrest"], 1.0)))
    missing = max(0, round(law["helpers"]) - scene.helpers)
    scene.helpers += int(rng.binomial(missing, law["helper_back"])) - arrested
    if arrested:
        scene.chronicle.tell("event.arrest", count=arrested, outcome="helpers")


def tell_policies(scene: Scene, law: Law) -> None:
    """Note policies that begin or end this month."""
    for policy in law.begins:
        scene.chronicle.tell(policy.code, policy=policy.name, outcome="begins")
    for policy in law.ends:
        scene.chronicle.tell(policy.code, policy=policy.name, outcome="ends")
