"""An object that an admin made goes out and comes back the same, whatever stands in its fields."""

from dataclasses import replace
from typing import Any

import pytest

from kith.kernel.api import design, records
from kith.kernel.fields import FIELD_TYPES
from kith.modules.exchange.rules.guess import NOT_IMPORTED
from tests.support.roundtrip import there_and_back

OPTIONS = [
    {"key": "food", "label": "Food, drink; sleep"},
    {"key": "rest", "label": "Rest"},
    {"key": "rest_2", "label": "Rest"},
]
TRICKY: tuple[dict[str, Any], ...] = (
    {
        "text": "=1+1",
        "long_text": '\'=first\nsecond, "third"',
        "rich_text": "<p>A <strong>b</strong>; c</p>",
        "integer": -7,
        "number": 0.0000001,
        "percent": 0.5,
        "money": {"amount": -1234.5, "currency": "USD"},
        "date": "2026-03-04",
        "datetime": "2026-10-25T00:30:00+00:00",
        "checkbox": True,
        "choice": "rest_2",
        "multi_choice": ["food", "rest"],
        "email": "a@b.example",
        "phone": "+493012345678",
        "url": "https://example.com/a,b;c",
        "address": {
            "street": "Main St 1, rear",
            "city": "Rome",
            "postal": "00184",
            "country": "IT",
        },
        "place": {"lat": -41.9, "lng": 12.5},
        "tags": ["a, b", "c"],
        "json": "text",
    },
    {
        "text": "-'+ @",
        "number": 12345678.25,
        "percent": 100,
        "money": {"amount": 0, "currency": "USD"},
        "date": "9999-12-31",
        "datetime": "2026-10-25T01:30:00+00:00",
        "checkbox": False,
        "choice": "food",
        "multi_choice": ["rest_2"],
        "tags": ["one"],
        "json": {"a": [1, None, "=b"]},
    },
    {"text": "0012"},
)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
async def test_what_an_admin_made_comes_back_the_same(desk, form):
    async with desk.company.open("ada") as ctx:
        thing = await design.add_object(ctx, {"label": "Thing"})
    kinds = [k for k in FIELD_TYPES if k not in NOT_IMPORTED]
    for kind in kinds:
        async with desk.company.open("ada") as ctx:
            spec: dict[str, Any] = {"name": kind, "label": kind.title(), "kind": kind}
            to = {"link": "firm", "links": "firm", "parent": "firm", "user": "user"}.get(kind)
            spec |= {"to": to} if to else {}
            spec |= {"options": OPTIONS} if "choice" in kind else {}
            await design.add_field(ctx, thing.name, spec)
    async with desk.company.open("ada") as ctx:
        names = {f.name.removesuffix("__c"): f.name for f in ctx.catalog.object(thing.name).fields}
        firms = [await records.create(ctx, "firm", {"name": name}) for name in ("Acme", "A; B")]
        linked = {
            "link": str(firms[0].id),
            "parent": str(firms[0].id),
            "links": [str(firm.id) for firm in firms],
            "user": str(desk.company.people["sue"]),
        }
        berlin = replace(ctx, actor=replace(ctx.actor, timezone="Europe/Berlin"))
        for number, row in enumerate(TRICKY):
            values = {names[n]: v for n, v in (row | (linked if number == 0 else {})).items()}
            await records.create(berlin, thing.name, {"name": f"Thing {number}", **values})
    before, after, report = await there_and_back(
        desk.company, thing.name, form, zone="Europe/Berlin"
    )
    assert report["reasons"] == []
    assert len(after) == len(TRICKY)
    was, now = (sorted(found, key=lambda r: str(r["name"])) for found in (before, after))
    for old, new in zip(was, now, strict=True):
        lost = {n: (old[n], new[n]) for n in names.values() if old[n] != new[n]}
        assert not lost, lost
