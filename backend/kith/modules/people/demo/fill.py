"""Writes the made-up people through the kernel, each at its own moment of the last eighteen months."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kith.kernel.api import Context, Record, records
from kith.lib.dice import Dice
from kith.lib.json import Json
from kith.modules.people.api import at_work, in_the_name_of, write_history
from kith.modules.people.demo import ties
from kith.modules.people.demo.cast import CAST, UNITS, Person
from kith.modules.people.demo.companies import DAYS, SEED, Company, Human, companies, humans

ACCOUNTS, CONTACTS = 200, 600
TIES_ACROSS, TIES_BETWEEN, KNOWN, MEMBERS = 70, 40, 220, 60
Users = dict[str, Record]


async def fill(ctx: Context) -> None:
    """Make the colleagues, then the companies and people that they met, then the ties among all of them."""
    dice = Dice(SEED)
    users = await _colleagues(ctx)
    made = companies(dice, ACCOUNTS)
    owners = [_owner(dice, users, company) for company in made]
    staff = {user.id: user for user in users.values()}
    accounts = await write_history(
        ctx,
        staff,
        "account",
        [
            (owner.id, {**company.values, "created_at": _moment(ctx, owner, company.days_ago)})
            for company, owner in zip(made, owners, strict=True)
        ],
    )
    people = humans(dice, made, CONTACTS)
    contacts = await write_history(
        ctx,
        staff,
        "contact",
        [
            (
                owners[human.company].id,
                {
                    **human.values,
                    "account": accounts[human.company],
                    "created_at": _moment(ctx, owners[human.company], human.days_ago),
                },
            )
            for human in people
        ],
    )
    await _ties(ctx, dice, made, accounts, people, contacts, users)


async def _colleagues(ctx: Context) -> Users:
    at = ctx.now - dt.timedelta(days=DAYS + 30)
    early = in_the_name_of_kith(ctx, at)
    units: dict[str, str] = {}
    for name, parent in UNITS:
        unit = await records.create(
            early, "org_unit", {"name": name, "parent": units.get(parent or "")}
        )
        units[name] = str(unit.id)
    users: Users = {}
    for person in CAST:
        users[person.key] = await records.create(early, "user", _user(person, users, units))
    return users


def in_the_name_of_kith(ctx: Context, at: dt.datetime) -> Context:
    """Return a context in which Kith itself acts at another moment."""
    return replace(ctx.as_system(), now=at)


def _user(person: Person, users: Users, units: dict[str, str]) -> dict[str, Json]:
    return {
        "name": person.name,
        "email": person.email,
        "title": person.title,
        "phone": person.phone,
        "profile": person.profile,
        "manager": str(users[person.manager].id) if person.manager else None,
        "unit": units[person.unit],
        "locale": person.locale,
        "timezone": person.timezone,
    }


async def _ties(
    ctx: Context,
    dice: Dice,
    made: Sequence[Company],
    accounts: Sequence[str],
    people: Sequence[Human],
    contacts: Sequence[str],
    users: Users,
) -> None:
    """Ties have no moment that matters: each kind is written at once."""
    recent = in_the_name_of(ctx, users["claire"], ctx.now - dt.timedelta(days=20))
    ours = defaultdict(list)
    for person in CAST:
        ours[person.home].append(str(users[person.key].id))
    relations = [
        *ties.inside(dice, people, contacts),
        *ties.across(dice, people, contacts, TIES_ACROSS),
        *ties.between(dice, made, accounts, TIES_BETWEEN),
    ]
    await records.create_many(recent, "relation", relations)
    acquaintances = ties.known(dice, people, contacts, ours, KNOWN)
    await records.create_many(recent, "acquaintance", acquaintances)
    big = sorted(range(len(made)), key=lambda i: -int(str(made[i].values["employees"])))[:MEMBERS]
    members = [
        {"account": accounts[i], "user": str(users[key].id), "role": role}
        for i in big
        for key, role in _helpers(dice, made[i])
    ]
    await records.create_many(recent, "account_member", members)


def _helpers(dice: Dice, company: Company) -> list[tuple[str, str]]:
    sponsor = "zhiyuan" if company.home == "cn" else "dana"
    care = "wenbo" if company.home == "cn" else "priya"
    return dice.sample([(sponsor, "sponsor"), (care, "support")], k=dice.choice((1, 2)))


def _owner(dice: Dice, users: Users, company: Company) -> Record:
    return users[dice.choice([p.key for p in CAST if p.home == company.home])]


def _moment(ctx: Context, owner: Record, days_ago: float) -> dt.datetime:
    """Return a working moment, about so many days ago."""
    return min(at_work(owner, ctx.now - dt.timedelta(days=days_ago)), ctx.now)
