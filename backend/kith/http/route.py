"""A route as data: where it is, who may use it, what it takes, which function answers."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal

from kith.http.answer import Answer
from kith.http.call import Call

Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
Who = Literal["anyone", "member", "admin"]
Scope = Literal["read", "write", "admin"]
UnitKind = Literal["read", "write", "none"]
Accepts = Literal["none", "json", "multipart"]

JSON_LIMIT = 1_000_000
BULK_LIMIT = 10_000_000


@dataclass(frozen=True, slots=True)
class Docs:
    """What OpenAPI says about a route; `takes` and `gives` name schemas."""

    tag: str = "Workspace"
    takes: str | None = None
    gives: str | None = None
    status: int = 200
    query: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """One method at one path.

    `unit` says which transaction is open while `run` works: "read" (statements stand alone), "write" (committed when
    `run` returns), "none" (`run` opens what it needs). `scope` is what an API token must have; "write" and "admin"
    also demand the CSRF header of a browser. What is left empty follows from the method and from `who`.
    """

    method: Method
    path: str
    run: Callable[[Call], Awaitable[Answer]]
    summary: str
    who: Who = "member"
    scope: Scope | Literal[""] = ""
    unit: UnitKind | Literal[""] = ""
    accepts: Accepts | Literal[""] = ""
    limit: int = JSON_LIMIT
    docs: Docs = field(default_factory=Docs)

    def __post_init__(self) -> None:
        """Fill in what follows from the rest."""
        reads = self.method == "GET"
        follows = {
            "scope": "read" if reads else "write",
            "unit": "read" if reads else "write",
            "accepts": "none" if reads or self.method == "DELETE" else "json",
        }
        if self.who == "admin":
            follows["scope"] = "admin"
        if self.who == "anyone":
            follows["unit"] = "none"
        for name, value in follows.items():
            if not getattr(self, name):
                object.__setattr__(self, name, value)
