"""Writes the made-up activities through the kernel, each in the name of who did it, at the time it was done."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Mapping

from kith.kernel.api import Context, Record, records
from kith.lib.dice import Dice
from kith.lib.json import Json
from kith.modules.activities.demo import words
from kith.modules.activities.rules import Step, event_step, task_step
from kith.modules.people.api import at_work, colleagues, write_history

SEED = 22
SOON = dt.timedelta(minutes=40)
Values = dict[str, Json]
Rows = defaultdict[str, list[tuple[uuid.UUID, Values]]]


async def fill(ctx: Context) -> None:
    """Give every deal its calls, meetings, notes and tasks; most open ones also a next step."""
    dice = Dice(SEED)
    users = {user.id: user for user in await colleagues(ctx)}
    writer = Writer(ctx, dice, users)
    query = {"sort": [{"by": "created_at"}], "fields": list(Writer.NEEDS)}
    async for deal in records.iter(ctx, "deal", query):
        writer.past(deal)
        if deal["outcome"] == "open":
            writer.ahead(deal)
    for name, rows in writer.rows.items():
        await write_history(ctx, users, name, rows)
    for about, steps in writer.steps.items():
        await records.update_many(ctx, about, [(i, _written(step)) for i, step in steps.items()])


def _written(step: Step) -> Values:
    return {"next_step": step.subject, "next_step_at": step.at.astimezone(dt.UTC).isoformat()}


class Writer:
    """Makes up rows, by object, each with whose it is."""

    NEEDS = ("owner", "account", "contact", "outcome", "created_at", "closed_on", "account.address")

    def __init__(self, ctx: Context, dice: Dice, users: Mapping[uuid.UUID, Record]) -> None:
        """Begin with an empty sheet."""
        self.ctx = ctx
        self.dice = dice
        self.users = users
        self.rows: Rows = defaultdict(list)
        self.steps: defaultdict[str, dict[uuid.UUID, Step]] = defaultdict(dict)

    def past(self, deal: Record) -> None:
        """Write down what happened between the first day of a deal and its last, or today."""
        began = dt.datetime.fromisoformat(str(deal["created_at"]))
        closed = deal["closed_on"]
        ended = self.ctx.now
        if closed:
            day = dt.date.fromisoformat(str(closed))
            ended = min(ended, dt.datetime.combine(day, dt.time(15), dt.UTC))
        for _ in range(self.dice.choice((2, 3, 3, 4, 5, 6))):
            moment = began + (ended - began) * self.dice.random()
            kind = self.dice.choices(("call", "event", "note", "task"), (34, 22, 24, 20))[0]
            getattr(self, f"_{kind}")(deal, self._working(deal, moment))

    def ahead(self, deal: Record) -> None:
        """Give an open deal its next step; one in five has none, one in seven is late."""
        if self.dice.chance(0.2):
            return
        late = self.dice.chance(0.17)
        days = (
            -self.dice.randrange(1, 18) if late else self.dice.choice((0, 0, 1, 1, 2, 3, 5, 8, 13))
        )
        at = self._working(deal, self.ctx.now + dt.timedelta(days=days), future=not late)
        if late or self.dice.chance(0.6):
            self._open_task(deal, at)
        else:
            self._event(deal, at, over=False)

    def _call(self, deal: Record, at: dt.datetime) -> None:
        outcome = self.dice.weighted(words.OUTCOMES)
        reached = outcome in ("reached", "call_back")
        self._add(
            deal,
            "call",
            at,
            {
                "subject": self._say(deal, self.dice.choice(words.CALLS)),
                "direction": "in" if self.dice.chance(0.25) else "out",
                "outcome": outcome,
                "started_at": at.isoformat(),
                "minutes": self.dice.choice((3, 5, 8, 12, 20, 35)) if reached else 1,
                "description": self._say(deal, self.dice.choice(words.TALKS))
                if reached and self.dice.chance(0.7)
                else None,
            },
        )

    def _event(self, deal: Record, at: dt.datetime, *, over: bool = True) -> None:
        kind, pair, agenda = self.dice.choice(words.MEETINGS)
        subject = self._say(deal, pair)
        start = at.replace(minute=self.dice.choice((0, 30)), second=0, microsecond=0)
        end = start + dt.timedelta(minutes=self.dice.choice((30, 60, 60, 90, 120)))
        told = over and self.dice.chance(0.6)
        if start >= self.ctx.now:
            self._next(deal, event_step(subject, start.isoformat()))
        self._add(
            deal,
            "event",
            min(at, self.ctx.now) - dt.timedelta(days=self.dice.randrange(1, 6)),
            {
                "subject": subject,
                "kind": kind,
                "starts_at": start.isoformat(),
                "ends_at": end.isoformat(),
                "place": None
                if kind == "online"
                else self._say(deal, self.dice.choice(words.PLACES)),
                "description": self._say(deal, agenda) or None,
                "result": self._say(deal, self.dice.choice(words.RESULTS)) if told else None,
                "guests": [str(deal.ref("contact"))] if deal.ref("contact") else None,
            },
        )

    def _note(self, deal: Record, at: dt.datetime) -> None:
        text = self._say(deal, self.dice.choice(words.NOTES))
        self._add(deal, "note", at, {"body": f"<p>{text}</p>"})

    def _task(self, deal: Record, at: dt.datetime) -> None:
        due = at.date() + dt.timedelta(days=self.dice.randrange(1, 9))
        if due >= self.ctx.today:
            return
        subject = self._say(deal, self.dice.choice(words.TASKS))
        done_at = min(self.ctx.now, at + dt.timedelta(days=self.dice.uniform(0.5, 9)))
        self._add(
            deal,
            "task",
            at,
            {
                "subject": subject,
                "due": due.isoformat(),
                "done": True,
                "done_at": done_at.isoformat(),
            },
        )

    def _open_task(self, deal: Record, due: dt.datetime) -> None:
        subject = self._say(deal, self.dice.choice(words.TASKS + words.FOLLOW_UPS))
        day = due.date().isoformat()
        self._next(deal, task_step(subject, day, self.ctx.workspace.timezone))
        self._add(
            deal,
            "task",
            min(due, self.ctx.now) - dt.timedelta(days=self.dice.randrange(1, 9)),
            {
                "subject": subject,
                "due": day,
                "priority": self.dice.choices(("high", "normal", "low"), (25, 60, 15))[0],
            },
        )

    def _add(self, deal: Record, name: str, at: dt.datetime, values: Values) -> None:
        owner = deal.ref("owner")
        if owner is None:
            return
        belongs: Values = {k: str(deal.ref(k)) for k in ("account", "contact") if deal.ref(k)}
        row = {**values, **belongs, "deal": str(deal.id), "created_at": at}
        self.rows[name].append((owner, row))

    def _next(self, deal: Record, step: Step) -> None:
        """Remember the step where it is the nearest: on the deal, its account and its contact."""
        for about, record_id in (
            ("deal", deal.id),
            *((k, deal.ref(k)) for k in ("account", "contact")),
        ):
            if record_id is not None:
                known = self.steps[about].get(record_id, step)
                self.steps[about][record_id] = min(known, step)

    def _say(self, deal: Record, pair: words.Pair) -> str:
        address = deal["account.address"]
        chinese = isinstance(address, dict) and address.get("country") == "CN"
        return pair[0 if chinese else 1]

    def _working(self, deal: Record, at: dt.datetime, *, future: bool = False) -> dt.datetime:
        """Return a moment near this one when the owner of the deal is at work."""
        owner = deal.ref("owner")
        moment = at if owner is None else at_work(self.users[owner], at)
        return max(moment, self.ctx.now + SOON) if future else min(moment, self.ctx.now)
