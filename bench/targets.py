"""The servers under test, and how each is asked to do a job."""

import json
import random
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from bench.client import Connection
from bench.load import Call

TEAM = 2
MANAGER = 2
STAGES = (2, 3, 4)
OPEN_STAGES = (1, 2, 3, 4)
KEYS = {1: "qualify", 2: "discover", 3: "propose", 4: "negotiate", 5: "won", 6: "lost"}
FRAGMENTS = (
    "kest|Robot|ceram|summit fo|17 gmb|optics 4|Zenith|harbor log|4711|umbra|quill t|iris soft|"
    "delta media|77 Ltd|echo|topaz wat|printing 12|vista|chem|xenon pl"
).split("|")
JSON = {"Content-Type": "application/json", "Accept": "application/json"}
PEOPLE, UNITS, ACCOUNTS, DEALS, NOTES, MANAGERS, LEADS = range(1, 8)


@dataclass(frozen=True, slots=True)
class Data:
    """Which records of the generated data the jobs use."""

    team_deals: list[int]
    long_deals: list[int]


def record_id(table: int, number: int) -> str:
    """Return the id that row `number` of a generated table has in Kith; `workspace.py` computes the same in SQL."""
    return str(uuid.UUID(int=(table << 96) | (0x7000 << 64) | (0x8000 << 48) | number))


def lead(r: random.Random) -> dict[str, object]:
    """Return the values of a new lead."""
    n = r.randrange(1 << 30)
    return {
        "name": f"bench {n}",
        "contact_name": "Ann Bench",
        "company": f"Bench {n} GmbH",
        "email": f"b{n}@example.com",
        "phone": "+33123456789",
    }


def kith_lead(r: random.Random) -> dict[str, object]:
    """Return the same with the names that an admin's fields have in Kith."""
    return {key if key == "name" else f"{key}__c": value for key, value in lead(r).items()}


@dataclass(slots=True)
class Reference:
    """Litestar and asyncpg with nothing on top."""

    port: int
    app_pids: list[int]
    db_pids: list[int]
    data: Data
    name: str = "reference"
    headers: Mapping[str, str] = field(default_factory=lambda: JSON)

    def calls(self, job: str, r: random.Random) -> list[Call]:
        """Return the requests of one operation."""
        deal = r.choice(self.data.team_deals)
        match job:
            case "J1":
                low = 10_000 + r.randrange(20) * 500
                return [
                    Call(
                        "GET",
                        f"/opps?team={TEAM}&stages=2,3,4&min={low}&limit=50",
                        None,
                        b'"account"',
                        50,
                    )
                ]
            case "J2":
                return [
                    Call(
                        "GET",
                        f"/opps/{r.choice(self.data.long_deals)}?feed=20",
                        None,
                        b'"body"',
                        20,
                    )
                ]
            case "J3":
                body = lead(r) | {"team_id": TEAM, "owner_id": 13}
                return [Call("POST", "/leads", json.dumps(body).encode(), b'"id"')]
            case "J4":
                body = {"stage_id": r.choice(OPEN_STAGES)}
                return [Call("PATCH", f"/opps/{deal}", json.dumps(body).encode(), b'"id"')]
            case "J5":
                return [
                    Call(
                        "GET", f"/accounts?limit=20&q={quote(r.choice(FRAGMENTS))}", None, b'"name"'
                    )
                ]
            case "J6":
                return [Call("GET", f"/pipeline?team={TEAM}", None, b'"stage_id"', 5)]
        return [Call("GET", "/report/won", None, b'"month"', 500)]


@dataclass(slots=True)
class Kith:
    """Kith with sign-in, rights and the change log on; the person asking is the manager of the team."""

    port: int
    app_pids: list[int]
    db_pids: list[int]
    data: Data
    manager: Mapping[str, str]
    admin: Mapping[str, str]
    name: str = "kith"
    headers: Mapping[str, str] = field(default_factory=dict)
    cursor: str | None = None
    """Where the list of J1 goes on, deep inside; set by `go_deep`."""

    async def go_deep(self, pages: int = 40) -> None:
        """Turn so many pages of 50."""
        self.cursor = None
        connection = Connection("127.0.0.1", self.port)
        for _ in range(pages):
            (call,) = self.calls("J1deep", random.Random(1))
            reply = await connection.request(call.method, call.path, call.body, self.headers)
            self.cursor = json.loads(reply.body)["next"]
        connection.close()

    def calls(self, job: str, r: random.Random) -> list[Call]:
        """Return the requests of one operation."""
        self.headers = self.admin if job == "J8" else self.manager
        deal = record_id(DEALS, r.choice(self.data.team_deals))
        match job:
            case "J1":
                return [_query("deal", _list(10_000 + r.randrange(20) * 500), b'"account"', 50)]
            case "J1deep":
                body = _list(10_000) | {"after": self.cursor}
                return [_query("deal", body, b'"account"', 50)]
            case "J2":
                path = f"/api/records/deal/{record_id(DEALS, r.choice(self.data.long_deals))}"
                return [Call("GET", f"{path}?timeline=20", None, b'"action"', 20)]
            case "J3":
                return [
                    Call("POST", "/api/records/lead__c", json.dumps(kith_lead(r)).encode(), b'"id"')
                ]
            case "J4":
                move = {"stage": KEYS[r.choice(OPEN_STAGES)]}
                return [
                    Call("PATCH", f"/api/records/deal/{deal}", json.dumps(move).encode(), b'"id"')
                ]
            case "J5":
                return [_query("account", _fragment(r.choice(FRAGMENTS)), b'"name"')]
            case "J6":
                figures = {
                    "group": ["stage"],
                    "measures": [{"op": "count"}, {"op": "sum", "field": "amount"}],
                }
                return [
                    Call("POST", "/api/aggregate/deal", json.dumps(figures).encode(), b'"keys"', 5)
                ]
        return [Call("POST", "/api/aggregate/deal", json.dumps(WON).encode(), b'"keys"', 500)]


WON = {
    "where": {"field": "outcome", "value": "won"},
    "group": [{"by": "closed_on", "bucket": "month"}, {"by": "owner"}],
    "measures": [{"op": "count"}, {"op": "sum", "field": "amount"}],
    "limit": 10_000,
}


def _query(name: str, body: object, expect: bytes, times: int = 1) -> Call:
    return Call("POST", f"/api/query/{name}", json.dumps(body).encode(), expect, times)


def _list(low: int) -> dict[str, object]:
    return {
        "where": {
            "and": [
                {"field": "stage", "op": "in", "value": [KEYS[s] for s in STAGES]},
                {"field": "amount", "op": "gt", "value": low},
            ]
        },
        "sort": [{"by": "expected_close", "desc": True}],
        "fields": ["name", "account", "owner", "stage", "amount", "expected_close", "probability"],
        "limit": 50,
    }


def _fragment(text: str) -> object:
    return {
        "where": {"field": "name", "op": "contains", "value": text},
        "sort": [{"by": "name"}],
        "fields": ["name", "address.city", "email"],
        "limit": 20,
        "count": "none",
    }
