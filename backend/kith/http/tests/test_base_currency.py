"""The base currency is chosen before the first amount; after that it stays, and says why."""

from kith.infra.jobs.worker import run_pending
from tests.support.house import House


async def test_the_base_currency_changes_until_there_is_an_amount(house: House) -> None:
    ada = await house.sign_in("ada")
    await ada.post("/api/rates", json={"currency": "EUR", "day": "2026-01-01", "rate": 1.5})
    early = await ada.patch("/api/workspace", json={"base_currency": "CNY"})
    assert early.json()["code"] == "storage.base_currency_has_rates"
    assert (await ada.delete("/api/rates/EUR/2026-01-01")).status_code == 204
    changed = await ada.patch("/api/workspace", json={"base_currency": "CNY"})
    assert changed.status_code == 200, changed.text
    assert changed.json()["base_currency"] == "CNY"
    await run_pending(house.company.database, house.handlers)
    made = await ada.post("/api/records/bid", json={"name": "b", "amount": 5})
    assert made.json()["amount"] == {"amount": 5, "currency": "CNY", "base": 5}
    refused = await ada.patch("/api/workspace", json={"base_currency": "USD"})
    assert refused.json()["code"] == "storage.base_currency_in_use"
    assert "Amount" in refused.json()["detail"]
    wrong = await ada.patch("/api/workspace", json={"base_currency": "DOGE"})
    assert wrong.status_code == 400
