"""Deterministic CRM data, skewed like a real sales database, as tab-separated files ready for COPY.

Teams hold 30/20/15/12/9/7/4/3 % of the deals, owners are Zipf within a team, amounts log-normal, close dates peak at
quarter ends, messages per deal Pareto (most 0-3, some over 50).
"""

import bisect
import datetime as dt
import itertools
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")

COMPANY_A = (
    "Acme Baltic Cedar Delta Ember Falcon Granite Harbor Iris Juniper Kestrel Lumen Maple Nordic Orchid Pioneer Quartz "
    "Raven Summit Tundra Umbra Vertex Willow Xenon Yonder Zephyr Atlas Borealis Cobalt Drift Echo Forge Glacier Helix "
    "Indigo Jasper Krypton Lagoon Meridian Nimbus Obsidian Pacific Quill Ridge Sierra Topaz Ultra Vista Wander Zenith"
).split()
COMPANY_B = (
    "Foods Motors Logistics Software Labs Textiles Energy Media Health Pharma Robotics Marine Timber Ceramics Optics "
    "Travel Security Finance Analytics Plastics Steel Printing Furniture Telecom Insurance Education Water Aviation "
    "Packaging Chemicals"
).split()
COMPANY_C = "GmbH Inc Ltd SA AB Oy BV LLC SpA KK".split()
FIRST = (
    "Anna Ben Carla Deniz Eva Femi Goran Hana Ivan Jun Kofi Lea Mia Noor Olga Pavel Qi Rosa Sven Tara Uma Vera Wim Xu "
    "Yara Zoe"
).split()
LAST = (
    "Berg Costa Dahl Eriksen Fischer Garcia Haddad Ito Jansen Kowalski Larsen Moreau Novak Okafor Petrov Quist Rossi "
    "Silva Tanaka Ueda Varga Weber Xiang Yilmaz Zhou"
).split()
CITIES = "Berlin Paris Oslo Madrid Turin Lagos Osaka Austin Lima Cairo Porto Ghent Split Gdansk Leeds".split()
WORDS = (
    "pipeline renewal upgrade rollout pilot quote call demo follow-up contract pricing legal security review budget "
    "approved waiting next week vendor competitor discount onboarding training support migration integration"
).split()
STAGES = (
    (1, "New", 10, 0),
    (2, "Qualified", 25, 0),
    (3, "Proposition", 45, 0),
    (4, "Negotiation", 70, 0),
    (5, "Won", 100, 1),
    (6, "Lost", 0, 0),
)
STAGE_WEIGHTS = (22, 16, 12, 8, 24, 18)
TEAM_WEIGHTS = (30, 20, 15, 12, 9, 7, 4, 3)
USERS_PER_TEAM = 12
TEAMS = len(TEAM_WEIGHTS)
WON = 5
YEAR_MINUTES = 525_600


@dataclass(frozen=True, slots=True)
class Size:
    """How many rows of each."""

    accounts: int = 100_000
    leads: int = 100_000
    deals: int = 200_000
    messages_per_deal: float = 3

    @classmethod
    def growing(cls, deals: int) -> "Size":
        """Return a size in which every table grows with the deals; fewer messages, so that it is soon made."""
        return cls(deals, deals // 10, deals, messages_per_deal=0.5)


class Pick(Generic[T]):
    """Draws items by weight."""

    def __init__(self, items: Sequence[T], weights: Sequence[float]) -> None:
        self.items = items
        self.cumulative = list(itertools.accumulate(weights))

    def __call__(self, r: random.Random) -> T:
        return self.items[bisect.bisect_left(self.cumulative, r.random() * self.cumulative[-1])]


TEAM = Pick(range(1, TEAMS + 1), TEAM_WEIGHTS)
SELLER = Pick(range(USERS_PER_TEAM), [1 / (k + 1) for k in range(USERS_PER_TEAM)])
STAGE = Pick(STAGES, STAGE_WEIGHTS)
BASE = dt.datetime(2023, 1, 1, tzinfo=dt.UTC)
QUARTER_ENDS = [dt.date(2024 + (q * 3 + 2) // 12, (q * 3 + 2) % 12 + 1, 28) for q in range(14)]


def owner(team: int, r: random.Random) -> int:
    """Return a user of the team; the first of a team sell the most."""
    return (team - 1) * USERS_PER_TEAM + SELLER(r) + 1


def company(i: int, r: random.Random) -> str:
    """Return a company name; the number keeps names distinct, as real registers do."""
    first = COMPANY_A[int(r.random() ** 1.6 * len(COMPANY_A))]
    second = COMPANY_B[int(r.random() ** 1.4 * len(COMPANY_B))]
    return f"{first} {second} {i % 9973} {COMPANY_C[i % len(COMPANY_C)]}"


def users() -> Iterator[tuple[int, str, str, int]]:
    """Yield id, name, login, team."""
    for i in range(TEAMS * USERS_PER_TEAM):
        uid = i + 1
        name = f"{FIRST[uid % len(FIRST)]} {LAST[uid * 7 % len(LAST)]}"
        yield uid, name, f"user{uid}", i // USERS_PER_TEAM + 1


def accounts(size: Size, r: random.Random) -> Iterator[tuple[object, ...]]:
    """Yield id, name, city, phone, email, created."""
    for i in range(1, size.accounts + 1):
        created = BASE + dt.timedelta(minutes=r.randrange(3 * YEAR_MINUTES))
        phone = f"+49{r.randrange(10**9, 10**10)}"
        yield (
            i,
            company(i, r),
            r.choice(CITIES),
            phone,
            f"info{i}@example{i % 5000}.com",
            _stamp(created),
        )


def lead(i: int, r: random.Random) -> tuple[object, ...]:
    """Return id, name, contact name, company, email, phone, team, owner, created."""
    team = TEAM(r)
    return (
        i,
        f"{r.choice(WORDS)} {r.choice(WORDS)} #{i}",
        f"{r.choice(FIRST)} {r.choice(LAST)}",
        company(i * 7, r),
        f"lead{i}@mail{i % 9999}.com",
        f"+331{r.randrange(10**7, 10**8)}",
        team,
        owner(team, r),
        _stamp(BASE + dt.timedelta(minutes=r.randrange(3 * YEAR_MINUTES))),
    )


def deal(i: int, size: Size, r: random.Random) -> tuple[object, ...]:
    """Return id, name, account, owner, team, stage, amount, probability, close, created, won."""
    team, stage = TEAM(r), STAGE(r)
    account = 1 + int(r.random() ** 2.5 * size.accounts)
    amount = round(min(5e6, math.exp(r.gauss(9.2, 1.1))), 2)
    if r.random() < 0.6:
        close = r.choice(QUARTER_ENDS) - dt.timedelta(days=int(r.expovariate(1 / 9)))
    else:
        close = dt.date(2024, 1, 1) + dt.timedelta(days=r.randrange(1270))
    opened = dt.datetime.combine(close, dt.time(9)) - dt.timedelta(
        days=20 + int(r.expovariate(1 / 60)), minutes=r.randrange(600)
    )
    won = dt.datetime.combine(close, dt.time(12)) if stage[0] == WON else None
    name = f"{r.choice(WORDS)} {r.choice(WORDS)} {i}"
    by = owner(team, r)
    return (
        i,
        name,
        account,
        by,
        team,
        stage[0],
        amount,
        stage[2],
        close,
        _stamp(opened),
        won and _stamp(won),
    )


def messages(row: tuple[object, ...], size: Size, r: random.Random) -> Iterator[tuple[object, ...]]:
    """Yield deal, author, created, body for one deal."""
    i, by, team = int(str(row[0])), int(str(row[3])), int(str(row[4]))
    created = dt.datetime.fromisoformat(str(row[9]))
    n = min(200, int((r.paretovariate(1.35) - 1) * size.messages_per_deal / 2.0))
    if i % 1000 == 0:
        n = max(n, 40)  # records that certainly have a long feed
    for k in range(n):
        author = by if r.random() < 0.7 else owner(team, r)
        body = "<p>" + " ".join(r.choices(WORDS, k=r.randrange(6, 30))) + "</p>"
        yield i, author, _stamp(created + dt.timedelta(hours=7 * k + r.randrange(6))), body


def write(folder: Path, size: Size, seed: int = 7) -> None:
    """Write every table as <name>.tsv, and import.csv with 10,000 leads; the same seed gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    r = random.Random(seed)
    _table(folder / "teams.tsv", ((i, f"Team {i}") for i in range(1, TEAMS + 1)))
    _table(folder / "users.tsv", users())
    _table(folder / "stages.tsv", STAGES)
    _table(folder / "accounts.tsv", accounts(size, r))
    _table(folder / "leads.tsv", (lead(i, r) for i in range(1, size.leads + 1)))
    number = itertools.count(1)
    with (folder / "opps.tsv").open("w") as deals, (folder / "messages.tsv").open("w") as said:
        for i in range(1, size.deals + 1):
            row = deal(i, size, r)
            deals.write(_line(row))
            said.writelines(_line((next(number), *m)) for m in messages(row, size, r))
    with (folder / "import.csv").open("w") as out:
        out.write("name,contact_name,company,email,phone,team_id,owner_id,created\n")
        out.writelines(
            ",".join(str(v) for v in lead(10_000_000 + i, r)[1:]) + "\n" for i in range(10_000)
        )


def _table(path: Path, rows: Iterator[tuple[object, ...]] | Sequence[tuple[object, ...]]) -> None:
    with path.open("w", buffering=1 << 20) as out:
        out.writelines(_line(row) for row in rows)


def _line(row: tuple[object, ...]) -> str:
    return "\t".join("\\N" if v is None else str(v) for v in row) + "\n"


def _stamp(moment: dt.datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(" ")
