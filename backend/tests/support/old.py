"""Keeps a small workspace as this version makes it, so that every later version can prove that it upgrades it.

Run it when a version is released: python -m tests.support.old 0.1.0
"""

import sys
from pathlib import Path
from typing import Any

from tests.support.running import Browser, RunningKith, data_folder

FOLDER = Path(__file__).parents[1] / "acceptance" / "old"


def fill(browser: Browser) -> None:
    """A company, a person, a deal, a task, an object of the administrator's own, and a past."""
    account = _made(browser, "account", {"name": "华星科技"})
    contact = _made(browser, "contact", {"name": "王芳", "account": account})
    deal = {"name": "Pumps", "account": account, "contact": contact, "amount": 1200.5}
    deal_id = _made(browser, "deal", deal)
    _made(browser, "task", {"subject": "Call 王芳", "deal": deal_id, "due": "2026-11-30"})
    length = {"name": "length", "kind": "number", "label": "Length"}
    boat = {"name": "boat", "label": "Boat", "plural": "Boats", "fields": [length]}
    browser.post("/api/meta/objects", json=boat).raise_for_status()
    _made(browser, "boat__c", {"name": "Andrea Gail", "length__c": 22})
    changed = browser.patch(
        f"/api/records/account/{account}", json={"name": "华星集团", "version": 1}
    )
    changed.raise_for_status()


def _made(browser: Browser, thing: str, values: dict[str, Any]) -> str:
    answer = browser.create(thing, values)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    target = FOLDER / f"{sys.argv[1]}.kith"
    with data_folder() as data, RunningKith(data) as kith:
        kith.make_workspace("old")
        fill(kith.signed_in())
        saved = kith.run("backup", "--to", str(target))
        assert saved.returncode == 0, saved.stderr
    print(f"{target}: {target.stat().st_size} bytes")
