"""Every object's records: the same few addresses for standard objects and for those that an admin made."""

from typing import cast

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.errors import BodyShape, HeaderWrong
from kith.http.listing import fields_of, query_in, query_of
from kith.http.people import PEOPLE
from kith.http.route import BULK_LIMIT, Docs, Route
from kith.http.values import identifiers, only, word
from kith.http.versions import etag, seen_version, version_in
from kith.kernel import feed, records
from kith.kernel.expr import parse_aggregate, parse_filter
from kith.kernel.records import bulk as bulking
from kith.lib.json import Json

_LONGEST_KEY = 200
_MOST_MERGED = 100
_MOST_BULK = 50_000
_MOST_LINES = 100


async def list_records(call: Call) -> Answer:
    """Return a page of records by an address alone."""
    name = call.path["object"]
    query = query_of(call, call.ctx.catalog, name)
    return Answer.json(await records.list_json(call.ctx, name, query))


async def query_records(call: Call) -> Answer:
    """Return a page of records by a query in the body."""
    return Answer.json(
        await records.list_json(call.ctx, call.path["object"], query_in(call.json()))
    )


async def aggregate(call: Call) -> Answer:
    """Return figures by group."""
    wanted = parse_aggregate(call.json())
    return Answer.json(await records.aggregate_json(call.ctx, call.path["object"], wanted))


async def show(call: Call) -> Answer:
    """Return one record; with `timeline`, so many of its latest lines too, as a page of it does it all."""
    name = call.path["object"]
    if call.query("timeline") is not None:
        lines = call.number("timeline", 20, low=1, high=_MOST_LINES)
        return _record(await feed.record_json(call.ctx, name, call.id(), limit=lines))
    found = await records.get_json(call.ctx, name, call.id(), fields_of(call))
    return _record(found)


async def create(call: Call) -> Answer:
    """Make a record; the same Idempotency-Key makes it once."""
    key = call.header("idempotency-key")
    if key is not None and not 0 < len(key) <= _LONGEST_KEY:
        raise HeaderWrong(name="Idempotency-Key", expected=f"1 to {_LONGEST_KEY} characters")
    name = call.path["object"]
    return _record(await records.create_json(call.ctx, name, call.mapping(), key), status=201)


async def change(call: Call) -> Answer:
    """Change a record; with the version that the caller saw, what others changed since is kept or told."""
    body = call.mapping()
    seen, name = seen_version(call, body), call.path["object"]
    written = await records.update_json(call.ctx, name, call.id(), body, seen)
    if name in PEOPLE:
        call.forget_seats_after_commit()
    headers = {"etag": etag(written.version)}
    if written.merged:
        headers["x-merged-fields"] = ",".join(written.merged)
    return Answer.json(written.json, headers=headers)


async def delete(call: Call) -> Answer:
    """Put a record into the bin."""
    name = call.path["object"]
    await records.delete(call.ctx, name, call.id(), seen_version(call))
    if name in PEOPLE:
        call.forget_seats_after_commit()
    return Answer.empty()


async def restore(call: Call) -> Answer:
    """Take a record out of the bin."""
    return _record(await records.restore_json(call.ctx, call.path["object"], call.id()))


async def clone(call: Call) -> Answer:
    """Make a record like this one."""
    found = await records.clone_json(call.ctx, call.path["object"], call.id())
    return _record(found, status=201)


async def merge(call: Call) -> Answer:
    """Make several records one: the others go into the bin, what pointed at them points here."""
    losers, values = _merge(call)
    merged = await records.merge_json(call.ctx, call.path["object"], call.id(), losers, values)
    headers = {"etag": etag(version_in(merged.json)), "x-batch": str(merged.batch)}
    return Answer.json(merged.json, headers=headers)


async def preview_merge(call: Call) -> Answer:
    """Tell what a merge would do, without doing it."""
    losers, values = _merge(call)
    name = call.path["object"]
    return Answer.json(await records.preview_merge_json(call.ctx, name, call.id(), losers, values))


async def bulk(call: Call) -> Answer:
    """Change, delete or restore many records as a job."""
    body = call.mapping()
    only(body, ("ids", "where", "action", "values"))
    action = cast("bulking.Action", word(body, "action", ("update", "delete", "restore")))
    values = body.get("values") or {}
    if not isinstance(values, dict):
        raise BodyShape(place="values", expected="an object")
    if ("ids" in body) == ("where" in body):
        raise BodyShape(place="ids", expected="either ids or where")
    ids = identifiers(body, "ids", most=_MOST_BULK) if "ids" in body else None
    where = parse_filter(body["where"]) if "where" in body else None
    job = await bulking.start(
        call.ctx, call.path["object"], action, ids=ids, where=where, values=values
    )
    return Answer.json(job, status=202)


def _merge(call: Call) -> tuple[tuple[records.RecordId, ...], dict[str, Json]]:
    body = call.mapping()
    only(body, ("from", "values"))
    values = body.get("values") or {}
    if not isinstance(values, dict):
        raise BodyShape(place="values", expected="an object")
    return identifiers(body, "from", most=_MOST_MERGED), values


def _record(found: bytes, *, status: int = 200) -> Answer:
    return Answer.json(found, status=status, headers={"etag": etag(version_in(found))})


_ONE = "/api/records/{object}/{id}"
ROUTES = (
    Route(
        "GET",
        "/api/records/{object}",
        list_records,
        "List records by an address",
        docs=Docs("Records", gives="Page", query=(("q", "string"), ("limit", "integer"))),
    ),
    Route(
        "POST",
        "/api/query/{object}",
        query_records,
        "List records",
        scope="read",
        unit="read",
        docs=Docs("Records", takes="Query", gives="Page"),
    ),
    Route(
        "POST",
        "/api/aggregate/{object}",
        aggregate,
        "Figures by group",
        scope="read",
        unit="read",
        docs=Docs("Records", takes="Aggregate", gives="Figures"),
    ),
    Route(
        "GET",
        _ONE,
        show,
        "Read a record",
        docs=Docs("Records", gives="Record", query=(("fields", "string"), ("timeline", "integer"))),
    ),
    # Records open a transaction themselves when a write takes more than one statement; most take one.
    Route(
        "POST",
        "/api/records/{object}",
        create,
        "Make a record",
        unit="read",
        docs=Docs("Records", takes="Values", gives="Record", status=201),
    ),
    Route(
        "PATCH",
        _ONE,
        change,
        "Change a record",
        unit="read",
        docs=Docs("Records", takes="Values", gives="Record"),
    ),
    Route("DELETE", _ONE, delete, "Put a record into the bin", docs=Docs("Records", status=204)),
    Route(
        "POST",
        f"{_ONE}/restore",
        restore,
        "Take a record out of the bin",
        accepts="none",
        docs=Docs("Records", gives="Record"),
    ),
    Route(
        "POST",
        f"{_ONE}/clone",
        clone,
        "Make a record like this one",
        accepts="none",
        docs=Docs("Records", gives="Record", status=201),
    ),
    Route(
        "POST",
        f"{_ONE}/merge",
        merge,
        "Merge other records into this one",
        docs=Docs("Records", takes="Merge", gives="Record"),
    ),
    # It does the merge and takes it back, so it needs a transaction; nothing is changed, so nothing is proven.
    Route(
        "POST",
        f"{_ONE}/merge/preview",
        preview_merge,
        "What a merge would do",
        docs=Docs("Records", takes="Merge", gives="MergePreview"),
    ),
    Route(
        "POST",
        "/api/bulk/{object}",
        bulk,
        "Change many records",
        limit=BULK_LIMIT,
        docs=Docs("Records", takes="Bulk", gives="Job", status=202),
    ),
)
