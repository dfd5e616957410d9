"""How a deal may move; pure functions over plain values and the options of the stage field."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Self

from kith.kernel.schema import Option
from kith.lib.json import Json
from kith.lib.money import minor_units
from kith.modules.sales.errors import DealClosed, NoSuchStage, StageUnknown

Values = Mapping[str, Json]
CLOSING_FIELDS = ("closed_on", "lost_reason", "lost_note")


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage as its option says: which pipeline, how likely, how it ends, what it asks for."""

    key: str
    label: str
    pipeline: str
    probability: float
    outcome: str
    needs: tuple[str, ...]
    retired: bool = False

    @classmethod
    def of(cls, option: Option) -> Self:
        """Read the config of an option; what an admin left out has a sensible meaning."""
        config = option.config
        outcome = "won" if config.get("won") else "lost" if config.get("lost") else "open"
        fallback = {"won": 100, "lost": 0}.get(outcome, 50)
        probability = config.get("probability")
        needs = config.get("needs")
        return cls(
            option.key,
            option.label,
            str(config.get("pipeline") or ""),
            float(probability) if isinstance(probability, int | float) else fallback,
            outcome,
            tuple(str(n) for n in needs) if isinstance(needs, list | tuple) else (),
            option.retired,
        )


@dataclass(frozen=True, slots=True)
class Stages:
    """All stages of all pipelines, in the order of the options of the stage field."""

    options: Sequence[Option]

    def get(self, key: str, pipeline: str) -> Stage:
        """Return the stage; raise StageUnknown when it is not one of the pipeline."""
        stage = self.find(key)
        if stage is None or stage.pipeline != pipeline:
            raise StageUnknown(stage=key, pipeline=pipeline)
        return stage

    def find(self, key: str) -> Stage | None:
        """Return the stage of any pipeline, or None."""
        return next((Stage.of(o) for o in self.options if o.key == key), None)

    def first(self, pipeline: str, outcome: str = "open") -> Stage:
        """Return the first stage of a pipeline with this outcome; raise NoSuchStage."""
        for stage in map(Stage.of, self.options):
            if (stage.pipeline, stage.outcome, stage.retired) == (pipeline, outcome, False):
                return stage
        raise NoSuchStage(pipeline=pipeline, outcome=outcome)


def placed(
    before: Values | None, values: Values, stages: Stages, defaults: Values
) -> dict[str, Json]:
    """Return values whose pipeline and stage agree: the one that a person chose leads the other."""
    state = {**(before or defaults), **values}
    stage = stages.find(str(state["stage"]))
    if stage is None or stage.pipeline == state["pipeline"]:
        return dict(values)
    chosen = {n for n in ("pipeline", "stage") if state[n] != (before or defaults).get(n)}
    if chosen == {"pipeline"}:
        return {**values, "stage": stages.first(str(state["pipeline"])).key}
    if chosen == {"stage"}:
        return {**values, "pipeline": stage.pipeline}
    return dict(values)


def moved(
    before: Values | None, values: Values, stage: Stage, now: dt.datetime, today: dt.date
) -> dict[str, Json]:
    """Return values with all that follows from entering `stage` now."""
    was = str((before or {}).get("outcome") or "open")
    result: dict[str, Json] = {**values, "outcome": stage.outcome}
    result["stage_since"] = values.get("stage_since") or _since(values, stage, now, today)
    if values.get("probability") is None:
        result["probability"] = stage.probability
    if stage.outcome == "open" and was != "open":
        result.update(dict.fromkeys(CLOSING_FIELDS))
    if stage.outcome == "won" and was == "lost":
        result.update(dict.fromkeys(("lost_reason", "lost_note")))
    if stage.outcome != "open" and not values.get("closed_on"):
        result["closed_on"] = today.isoformat()
    return result


def _since(values: Values, stage: Stage, now: dt.datetime, today: dt.date) -> str:
    """A deal that ended on an earlier day has been in its last stage since that day, at noon for want of an hour."""
    day = values.get("closed_on")
    if stage.outcome == "open" or not isinstance(day, str) or day == today.isoformat():
        return now.isoformat()
    ended = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(12), now.tzinfo)
    return ended.isoformat()


def check_can_leave(before: Values | None, stage: Stage, *, reopening: bool) -> None:
    """Refuse to move a closed deal by the way; reopening is a decision of its own."""
    was = (before or {}).get("outcome")
    if was in ("won", "lost") and stage.outcome != was and not reopening:
        raise DealClosed


def missing(state: Values, stage: Stage) -> tuple[str, ...]:
    """Return the fields that the gate of a stage asks for and the deal lacks."""
    return tuple(name for name in stage.needs if state.get(name) in (None, "", [], {}))


def line_total(quantity: float, price: Values, discount: float) -> dict[str, Json]:
    """Return what a product line comes to, rounded as its currency is paid."""
    currency = str(price["currency"])
    exact = Decimal(str(quantity)) * Decimal(str(price["amount"]))
    exact *= (Decimal(100) - Decimal(str(discount))) / Decimal(100)
    total = exact.quantize(Decimal(1).scaleb(-minor_units(currency)), ROUND_HALF_EVEN)
    return {"amount": float(total), "currency": currency}


def days_between(start: dt.datetime, end: dt.datetime) -> float:
    """Return the days from one moment to another, with two digits after the point."""
    return round((end - start).total_seconds() / 86_400, 2)
