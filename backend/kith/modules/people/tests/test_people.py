"""Accounts, contacts and ties as they are written and read through the kernel."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from kith.kernel.api import Context, records
from kith.lib.ids import new_id
from kith.modules.people import api
from kith.modules.people.errors import EndsMissing
from kith.modules.people.objects import RELATION_KINDS
from tests.support.company import Company


@pytest.fixture
async def ctx(company: Company) -> AsyncIterator[Context]:
    async with company.open("sam") as ctx:
        yield ctx


async def test_a_chinese_contact_is_found_under_both_parts_of_the_name(ctx: Context) -> None:
    contact = await records.create(ctx, "contact", {"family_name": "欧阳", "given_name": "婉清"})
    assert contact["name"] == "欧阳婉清"


async def test_a_relation_reads_well_from_both_ends(ctx: Context) -> None:
    yue = await records.create(ctx, "contact", {"name": "林悦"})
    dana = await records.create(ctx, "contact", {"name": "Dana Whitfield"})
    values = {"contact": str(dana.id), "kind": "reports_to", "to_contact": str(yue.id)}
    relation = await records.create(ctx, "relation", values)
    assert relation["label"] == "Dana Whitfield → 林悦"
    (up,) = await api.ties(ctx, "contact", dana.id)
    (down,) = await api.ties(ctx, "contact", yue.id)
    assert (up.kind, up.other) == ("reports_to", {"id": str(yue.id), "label": "林悦"})
    assert (down.kind, down.other) == ("manages", {"id": str(dana.id), "label": "Dana Whitfield"})


async def test_a_changed_kind_changes_the_inverse(ctx: Context) -> None:
    one = await records.create(ctx, "account", {"name": "One"})
    two = await records.create(ctx, "account", {"name": "Two"})
    values = {"account": str(one.id), "kind": "supplier_of", "to_account": str(two.id)}
    relation = await records.create(ctx, "relation", values)
    assert relation["inverse"] == "customer_of"
    changed = await records.update(ctx, relation, {"kind": "competitor_of"})
    assert changed["inverse"] == "competitor_of"


async def test_a_relation_without_a_far_end_is_refused(ctx: Context) -> None:
    one = await records.create(ctx, "account", {"name": "One"})
    with pytest.raises(EndsMissing):
        await records.create(ctx, "relation", {"account": str(one.id), "kind": "supplier_of"})


async def test_we_see_who_of_us_knows_somebody_at_an_account(
    company: Company, ctx: Context
) -> None:
    account = await records.create(ctx, "account", {"name": "One"})
    contact = await records.create(ctx, "contact", {"name": "林悦", "account": str(account.id)})
    sue = company.people["sue"]
    values = {"user": str(sue), "contact": str(contact.id), "strength": "close"}
    made = await records.create(ctx, "acquaintance", values)
    assert made["label"] == "Sue → 林悦"
    for end, record in (("contact", contact.id), ("account", account.id), ("user", sue)):
        (known,) = await api.who_knows(ctx, end, record)
        assert known["strength"] == "close"


def test_every_inverse_names_a_kind_that_points_back() -> None:
    kinds = {option.key: option for option in RELATION_KINDS}
    for key, option in kinds.items():
        inverse = str(option.config.get("inverse", key))
        assert kinds[inverse].config.get("inverse", inverse) == key


async def test_made_up_work_happens_in_working_hours_and_in_order(ctx: Context) -> None:
    user = await records.get(ctx, "user", ctx.actor.user or new_id())
    began = dt.datetime(2026, 5, 1, tzinfo=dt.UTC)
    moments = [api.at_work(user, began + dt.timedelta(hours=7 * i)) for i in range(60)]
    assert moments == sorted(moments)
    for moment in moments:
        assert moment.weekday() < 5
        assert 9 <= moment.hour <= 18
