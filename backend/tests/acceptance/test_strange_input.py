"""Schemathesis makes up requests from our own description; whatever it sends, nothing of ours breaks.

Seeds are fixed, so that a failure can be repeated. The examples are few per operation; the operations are many.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis.core.result import Ok
from schemathesis.openapi import from_dict
from schemathesis.schemas import APIOperation

from kith.main.loader import load
from kith.main.web import module_routes
from kith.module import Module
from tests.support import company
from tests.support.databases import Databases
from tests.support.every import MODULES as EVERY
from tests.support.house import BASE, House, open_house

Operation = APIOperation[Any, Any, Any, Any]


EXAMPLES = 5
# Side by side they take as long as the longest of them.
PARTS = 6
# Signing in and out belongs to other tests: it would end the session that this one needs.
LEFT_OUT = ("/api/session", "/api/tokens", "/deactivate", "/password")


@pytest.fixture
async def house(databases: Databases, tmp_path: Path) -> AsyncIterator[House]:
    """Kith with its standard modules, and an object that has every kind of field."""
    every = [Module(m.name, m.name, objects=m.objects, extends=m.extends) for m in EVERY]
    standard = load()
    modules = (company.module(), *every, *standard)
    routes = tuple(module_routes(standard))
    async with open_house(databases, tmp_path, *modules, routes=routes) as opened:
        yield opened


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
async def test_no_strange_input_breaks_anything(
    house: House, caplog: pytest.LogCaptureFixture, part: int
) -> None:
    program = await house.with_token("ada")
    document = (await program.get("/api/openapi.json")).json()
    loop = asyncio.get_running_loop()
    with caplog.at_level(logging.ERROR, logger="kith.http"):
        broken = [
            found
            for operation in [*_operations(document)][part::PARTS]
            if (found := await asyncio.to_thread(_try_out, loop, program, operation)) is not None
        ]
    assert not broken, "\n".join([*broken, caplog.text[-8000:]])


def _operations(document: dict[str, object]) -> Iterator[Operation]:
    schema = from_dict(document)
    for result in schema.get_all_operations():
        assert isinstance(result, Ok), result
        operation = result.ok()
        if not any(part in operation.path for part in LEFT_OUT):
            yield operation


def _try_out(
    loop: asyncio.AbstractEventLoop, program: httpx.AsyncClient, operation: Operation
) -> str | None:
    broken: list[str] = []

    @seed(20_261_122)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def send(case: "schemathesis.Case[Any]") -> None:
        made = requests.Request(**case.as_transport_kwargs(base_url=BASE)).prepare()
        headers = {k: v for k, v in made.headers.items() if k.lower() != "authorization"}
        body = cast("bytes", made.body or b"")
        sent = program.request(
            str(made.method), str(made.url), headers=cast("Any", headers), content=body
        )
        answer = asyncio.run_coroutine_threadsafe(sent, loop).result(30)
        if answer.status_code >= 500:
            broken.append(f"{made.method} {made.url} {made.body!r} -> {answer.text}")

    send()
    return broken[0] if broken else None
