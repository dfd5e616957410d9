"""Makes up the life of a deal: when it began, how it moved, how it ended; pure, the same for the same seed."""

import datetime as dt
from dataclasses import dataclass, field
from itertools import pairwise

from kith.lib.dice import Dice
from kith.lib.json import Json
from kith.modules.sales.demo import words

MONTHS = 18
# How busy each month of the year is for new deals: spring festival and August are slow, the last quarter is not.
SEASON = (0.9, 0.5, 1.1, 1.0, 1.0, 1.1, 0.9, 0.6, 1.1, 1.2, 1.3, 1.0)
STAGES = {
    "new_business": (("qualify", 16), ("discover", 27), ("propose", 30), ("negotiate", 24)),
    "renewal": (("renewal_due", 34), ("renewal_talk", 20), ("renewal_agreed", 10)),
    "partner": (("partner_registered", 10), ("partner_accepted", 30), ("partner_proposal", 32)),
}
ENDS = {
    "new_business": ("won", "lost"),
    "renewal": ("renewed", "not_renewed"),
    "partner": ("partner_won", "partner_lost"),
}
CHANCE = {"new_business": 0.42, "renewal": 0.83, "partner": 0.5}
DROPOUTS = {
    "new_business": (0.36, 0.24, 0.22, 0.18),
    "renewal": (0.3, 0.5, 0.2),
    "partner": (0.3, 0.4, 0.3),
}
FORGOTTEN = 0.09
AN_HOUR = 1 / 24


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a deal, so many days before today."""

    days_ago: float
    values: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Story:
    """A deal to be: what it is about, and every step of its life in order; the first makes it."""

    bundle: str
    pipeline: str
    steps: list[Step] = field(default_factory=list)
    lines: list[tuple[str, int, float]] = field(default_factory=list)

    @property
    def outcome(self) -> str:
        """How it stands after the last step."""
        stage = next(s.values["stage"] for s in reversed(self.steps) if "stage" in s.values)
        won, lost = ENDS[self.pipeline]
        return {won: "won", lost: "lost"}.get(str(stage), "open")


def story(dice: Dice, today: dt.date, *, customer: bool, partner: bool) -> Story:
    """Return the life of one deal."""
    pipeline = _pipeline(dice, customer=customer, partner=partner)
    bundle = "care" if pipeline == "renewal" else dice.weighted(words.NEW_BUSINESS)
    made = Story(bundle, pipeline, lines=_lines(dice, bundle))
    began = _begin(dice, today)
    path = STAGES[pipeline]
    pace = dice.lognormvariate(0, 0.45)
    won = dice.chance(CHANCE[pipeline])
    last = len(path) if won else dice.choices(range(1, len(path) + 1), DROPOUTS[pipeline])[0]
    whole = sum(days for _, days in path) * pace
    if dice.chance(FORGOTTEN):
        pace *= 3.5
    at = began
    expected = today - dt.timedelta(days=began - whole * dice.uniform(0.8, 1.3))
    made.steps.append(Step(at, {"stage": path[0][0], "expected_close": expected.isoformat()}))
    for (_, days), (stage, _) in pairwise(path[:last]):
        at -= days * pace * dice.lognormvariate(0, 0.5)
        made.steps.append(Step(at, {"stage": stage}))
        if dice.chance(0.25):  # a quarter of the moves come with a new date
            expected += dt.timedelta(days=dice.randrange(6, 40))
            made.steps.append(Step(at - 0.02, {"expected_close": expected.isoformat()}))
    at -= path[last - 1][1] * pace * dice.lognormvariate(0, 0.5)
    made.steps.append(Step(at, _ending(dice, today, pipeline, at, won=won)))
    made.steps[:] = [
        s for s in made.steps if s.days_ago > AN_HOUR
    ]  # what lies ahead has not happened
    _stay_plausible(dice, made, today)
    return made


def _pipeline(dice: Dice, *, customer: bool, partner: bool) -> str:
    if customer and dice.chance(0.4):
        return "renewal"
    return "partner" if partner or dice.chance(0.08) else "new_business"


def _lines(dice: Dice, bundle: str) -> list[tuple[str, int, float]]:
    discount = dice.choice((0, 0, 0, 5, 5, 8, 10, 12, 15))
    return [(code, dice.randint(low, high), discount) for code, low, high in words.BUNDLES[bundle]]


def _begin(dice: Dice, today: dt.date) -> float:
    """Return how many days ago the deal began: busy months begin more, recent ones a little more."""
    months = range(MONTHS)
    weights = []
    for back in months:
        month = (today.month - 1 - back) % 12
        weights.append(SEASON[month] * (1.4 - back / MONTHS * 0.7))
    return dice.choices(months, weights)[0] * 30.4 + dice.uniform(0.3, 30.4)


def _ending(
    dice: Dice, today: dt.date, pipeline: str, days_ago: float, *, won: bool
) -> dict[str, Json]:
    day = (today - dt.timedelta(days=max(days_ago, 0))).isoformat()
    if won:
        return {"stage": ENDS[pipeline][0], "closed_on": day}
    reason = dice.weighted(words.LOST_WEIGHTS)
    return {"stage": ENDS[pipeline][1], "closed_on": day, "lost_reason": reason}


def _stay_plausible(dice: Dice, made: Story, today: dt.date) -> None:
    """An open deal mostly expects its close ahead; one in eight is late and nobody has touched the date."""
    if made.outcome != "open" or dice.chance(0.12):
        return
    expected = next(
        str(s.values["expected_close"])
        for s in reversed(made.steps)
        if "expected_close" in s.values
    )
    if dt.date.fromisoformat(expected) <= today:
        ahead = today + dt.timedelta(days=dice.randrange(4, 75))
        last = min(made.steps[-1].days_ago - AN_HOUR, dice.uniform(0.2, 12))
        made.steps.append(Step(max(last, 0.1), {"expected_close": ahead.isoformat()}))
