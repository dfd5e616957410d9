"""What is true of tasks, meetings and next steps; pure functions over plain values."""

import datetime as dt
import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from kith.lib.json import Json
from kith.modules.activities.errors import EndsBeforeStart

Values = Mapping[str, Json]
TITLE_LENGTH = 80
TAG = re.compile(r"<[^>]*>")
END_OF_WORKDAY = dt.time(18, 0)


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """Something that waits to be done, and when."""

    at: dt.datetime
    subject: str


def check_times(state: Values) -> None:
    """Refuse a meeting that ends before it starts."""
    start, end = state.get("starts_at"), state.get("ends_at")
    if start and end and moment(str(end)) < moment(str(start)):
        raise EndsBeforeStart


def with_done(before: Values | None, values: Values, now: dt.datetime) -> dict[str, Json]:
    """Return values whose `done_at` follows from `done`."""
    if "done" not in values or bool(values["done"]) == bool((before or {}).get("done")):
        return dict(values)
    at = values.get("done_at") or now.isoformat()
    return {**values, "done_at": at if values["done"] else None}


def with_title(before: Values | None, values: Values) -> dict[str, Json]:
    """Return values whose `subject` is the first words of the body, unless somebody wrote one."""
    if values.get("subject") or not values.get("body"):
        return dict(values)
    old = (before or {}).get("subject")
    if (
        before is not None
        and old
        and "subject" not in values
        and old != title_of(before.get("body"))
    ):
        return dict(values)
    return {**values, "subject": title_of(values["body"])}


def title_of(body: Json) -> str | None:
    """Return the first words of a rich text."""
    text = " ".join(html.unescape(TAG.sub(" ", str(body or ""))).split())
    if len(text) <= TITLE_LENGTH:
        return text or None
    cut = text[:TITLE_LENGTH]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "…"


def task_step(subject: str, due: str, timezone: str) -> Step:
    """Return a task as a step: at the end of its day, where the team works."""
    day = dt.date.fromisoformat(due)
    return Step(dt.datetime.combine(day, END_OF_WORKDAY, ZoneInfo(timezone)), subject)


def event_step(subject: str, starts_at: str) -> Step:
    """Return a meeting as a step."""
    return Step(moment(starts_at), subject)


def nearest(steps: Iterable[Step]) -> Step | None:
    """Return the step that comes first; one that is late comes before one that is to come."""
    return min(steps, default=None)


def moment(text: str) -> dt.datetime:
    """Read a date-time of the wire."""
    value = dt.datetime.fromisoformat(text)
    return value if value.tzinfo else value.replace(tzinfo=dt.UTC)
