"""Tells the stories of deals to the kernel: deals first, then each move at its moment, then what stands around them."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from zoneinfo import ZoneInfo

from kith.kernel.api import Context, Record, records
from kith.lib.dice import Dice
from kith.lib.json import Json
from kith.modules.people.api import at_work, in_the_name_of, write_history
from kith.modules.sales.demo import words
from kith.modules.sales.demo.stories import Story
from kith.modules.sales.rules import days_between, line_total
from kith.modules.sales.service import stages_of

ROLES = ("decider", "champion", "influencer", "user", "buyer", "gatekeeper")
ATTITUDES = ("for", "for", "neutral", "neutral", "unknown", "against")
FAR = 3
Values = dict[str, Json]


@dataclass(frozen=True, slots=True)
class World:
    """Who and what the stories may speak of."""

    users: dict[uuid.UUID, Record]
    products: dict[str, Record]
    accounts: list[Record]
    people: dict[uuid.UUID, list[Record]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tale:
    """A story with its place in the world."""

    account: Record
    contact: Record
    story: Story

    @property
    def is_chinese(self) -> bool:
        """Say whether it is told in Chinese."""
        address = self.account["address"]
        return isinstance(address, dict) and address.get("country") == "CN"


class Teller:
    """Keeps what one telling needs: the context, the dice, the world."""

    def __init__(self, ctx: Context, dice: Dice, world: World) -> None:
        """Begin with nothing told."""
        self.ctx = ctx
        self.dice = dice
        self.world = world
        self.stages = stages_of(ctx)
        self.rivals = [a for a in world.accounts if a["kind"] == "competitor"]

    async def tell(self, tales: Sequence[Tale]) -> None:
        """Write every deal with all that belongs to it."""
        ids = await self._begin(tales)
        for deal, tale in zip(ids, tales, strict=True):
            await self._live(deal, tale)
        for name, write in (
            ("deal_line", self._lines),
            ("deal_contact", self._group),
            ("deal_step", self._plan),
            ("deal_stage", self._passed),
        ):
            rows = [
                (_owner(tale), values)
                for deal, tale in zip(ids, tales, strict=True)
                for values in write(deal, tale)
            ]
            await write_history(self.ctx, self.world.users, name, rows)

    async def _begin(self, tales: Sequence[Tale]) -> list[str]:
        rows = [(_owner(tale), self._deal(tale)) for tale in tales]
        return await write_history(self.ctx, self.world.users, "deal", rows)

    async def _live(self, deal: str, tale: Tale) -> None:
        owner = self.world.users[_owner(tale)]
        for step in tale.story.steps[1:]:
            values = dict(step.values)
            if values.get("lost_reason"):
                values.update(self._loss(str(values["lost_reason"]), tale))
            at = self._at(tale, step.days_ago)
            if "closed_on" in values:
                values["closed_on"] = (
                    at.astimezone(ZoneInfo(str(owner["timezone"]))).date().isoformat()
                )
            ctx = in_the_name_of(self.ctx, owner, at)
            await records.update(ctx, "deal", uuid.UUID(deal), values)

    def _deal(self, tale: Tale) -> Values:
        first = tale.story.steps[0]
        sum_of_lines = sum(self._total(tale, *line) for line in tale.story.lines)
        main = tale.story.lines[0][0]
        needs = words.CHINESE_NEEDS if tale.is_chinese else words.ENGLISH_NEEDS
        return {
            **first.values,
            "name": self._name(tale),
            "pipeline": tale.story.pipeline,
            "account": str(tale.account.id),
            "contact": str(tale.contact.id),
            "amount": {"amount": round(sum_of_lines, -2), "currency": _currency(tale)},
            "product": str(self.world.products[main].id),
            "source": "customer" if tale.story.pipeline == "renewal" else tale.account["source"],
            "description": self.dice.choice(needs) if self.dice.chance(0.4) else None,
            "created_at": self._at(tale, first.days_ago),
            "stage_since": self._at(tale, first.days_ago).isoformat(),
        }

    def _name(self, tale: Tale) -> str:
        chinese = tale.is_chinese
        names = (words.CHINESE_NAMES if chinese else words.ENGLISH_NAMES)[tale.story.bundle]
        place = self.dice.choice(words.CHINESE_PLACES if chinese else words.ENGLISH_PLACES)
        year = (self.ctx.today - dt.timedelta(days=tale.story.steps[-1].days_ago)).year
        return self.dice.choice(names).format(place=place, n=self.dice.randrange(3, 24), year=year)

    def _loss(self, reason: str, tale: Tale) -> Values:
        note = words.LOST_NOTES[reason][0 if tale.is_chinese else 1]
        rival = str(self.dice.choice(self.rivals).id) if reason in ("competitor", "price") else None
        return {"lost_note": note if self.dice.chance(0.7) else None, "competitor": rival}

    def _total(self, tale: Tale, code: str, quantity: int, discount: float) -> float:
        total = line_total(quantity, self._price(tale, code), discount)
        return float(str(total["amount"]))

    def _price(self, tale: Tale, code: str) -> Values:
        listed = next(a.price for a in words.ARTICLES if a.code == code)
        currency = _currency(tale)
        return {"amount": round(listed * words.PER_UNIT[currency]), "currency": currency}

    def _lines(self, deal: str, tale: Tale) -> list[Values]:
        return [
            {
                "deal": deal,
                "product": str(self.world.products[code].id),
                "label": self.world.products[code]["name"],
                "quantity": quantity,
                "price": self._price(tale, code),
                "discount": discount,
                "created_at": self._at(tale, tale.story.steps[0].days_ago),
            }
            for code, quantity, discount in tale.story.lines
        ]

    def _group(self, deal: str, tale: Tale) -> list[Values]:
        people = self.world.people[tale.account.id]
        chosen = self.dice.sample(people, k=min(len(people), self.dice.choice((1, 1, 2, 3))))
        return [
            {
                "deal": deal,
                "contact": str(person.id),
                "role": self.dice.choice(ROLES),
                "attitude": self.dice.choice(ATTITUDES),
                "note": self.dice.choice(words.GROUP_NOTES)[0 if tale.is_chinese else 1]
                if self.dice.chance(0.3)
                else None,
                "created_at": self._at(tale, tale.story.steps[0].days_ago),
            }
            for person in chosen
        ]

    def _plan(self, deal: str, tale: Tale) -> list[Values]:
        """A plan stands behind open deals that have come far, with their steps up to the expected close."""
        if tale.story.outcome != "open" or len(tale.story.steps) < FAR or self.dice.chance(0.35):
            return []
        began = self.ctx.today - dt.timedelta(days=tale.story.steps[0].days_ago)
        expected = [
            s.values["expected_close"] for s in tale.story.steps if "expected_close" in s.values
        ]
        span = dt.date.fromisoformat(str(expected[-1])) - began
        rows = []
        for place, (title, party, share) in enumerate(words.PLAN, 1):
            due = began + span * share
            done = due < self.ctx.today and self.dice.chance(0.85)
            rows.append(
                {
                    "deal": deal,
                    "name": title[0 if tale.is_chinese else 1],
                    "party": party,
                    "due": due.isoformat(),
                    "position": place,
                    "done": done,
                    "done_on": due.isoformat() if done else None,
                    "responsible": str(_owner(tale)),
                }
            )
        return rows

    def _passed(self, deal: str, tale: Tale) -> list[Values]:
        """Write the stages the deal went through, as the listener would have."""
        moves = [step for step in tale.story.steps if "stage" in step.values]
        rows: list[Values] = []
        for move, following in zip_longest(moves, moves[1:]):
            stage = self.stages.get(str(move.values["stage"]), tale.story.pipeline)
            entered = self._at(tale, move.days_ago)
            left = self._at(tale, following.days_ago) if following else None
            rows.append(
                {
                    "label": stage.label,
                    "deal": deal,
                    "pipeline": stage.pipeline,
                    "stage": stage.key,
                    "outcome": stage.outcome,
                    "entered_at": entered.isoformat(),
                    "left_at": left.isoformat() if left else None,
                    "days": days_between(entered, left) if left else None,
                    "moved_by": str(_owner(tale)),
                    "created_at": entered,
                }
            )
        return rows

    def _at(self, tale: Tale, days_ago: float) -> dt.datetime:
        owner = self.world.users[_owner(tale)]
        return min(at_work(owner, self.ctx.now - dt.timedelta(days=days_ago)), self.ctx.now)


def _owner(tale: Tale) -> uuid.UUID:
    owner = tale.account.ref("owner")
    if owner is None:
        raise LookupError("every account of the demo has an owner")
    return owner


def _currency(tale: Tale) -> str:
    revenue = tale.account["revenue"]
    return str(revenue["currency"]) if isinstance(revenue, dict) else "USD"
