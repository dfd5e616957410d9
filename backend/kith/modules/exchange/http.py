"""The wizard's and the exporter's routes."""

from collections.abc import AsyncIterator

from kith.http import Answer, Call, Route
from kith.kernel.api import access, records
from kith.kernel.expr import Compare, Me, Query, Sort, parse_query
from kith.lib.json import Json
from kith.modules.exchange.objects import IMPORT
from kith.modules.exchange.service import export, exporting, starting, uploads
from kith.modules.exchange.service.files import set_aside

UPLOAD_LIMIT = uploads.MAX_BYTES + 1024 * 1024
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def receive(call: Call) -> Answer:
    """Take a file in."""
    upload = await call.upload()
    async with call.open() as ctx:
        record = await uploads.upload(ctx, upload.name, upload.file)
        described = await uploads.describe(
            ctx, record, upload.fields.get("object") or call.query("object")
        )
    return Answer.json(described, status=201)


async def recent(call: Call) -> Answer:
    """List the caller's imports, newest first."""
    query = Query(
        where=Compare(("owner",), "eq", Me()),
        sort=(Sort(("created_at",), descending=True),),
        fields=tuple(
            (n,)
            for n in (
                "name",
                "state",
                "object",
                "rows",
                "created",
                "updated",
                "rejected",
                "created_at",
            )
        ),
    )
    return Answer.json(await records.list_json(call.ctx, IMPORT, query))


async def show(call: Call) -> Answer:
    """Describe one import: file, guesses for an object, mapping, report."""
    record = await uploads.get(call.ctx, call.id())
    chosen = call.query("object") or record.get("object")
    return Answer.json(await uploads.describe(call.ctx, record, str(chosen) if chosen else None))


async def reread(call: Call) -> Answer:
    """Read the file with another encoding, delimiter or sheet."""
    record = await uploads.reopen(call.ctx, await uploads.get(call.ctx, call.id()), call.mapping())
    return Answer.json(await uploads.describe(call.ctx, record, call.query("object")))


async def put_mapping(call: Call) -> Answer:
    """Keep the mapping."""
    record = await uploads.set_mapping(
        call.ctx, await uploads.get(call.ctx, call.id()), call.json()
    )
    return Answer.json(await uploads.describe(call.ctx, record, str(record["object"])))


async def dry_run(call: Call) -> Answer:
    """Try the import without keeping anything."""
    return await _start(call, dry=True)


async def run(call: Call) -> Answer:
    """Import."""
    return await _start(call, dry=False)


async def undo(call: Call) -> Answer:
    """Take the import back."""
    job = await starting.take_back(call.ctx, await uploads.get(call.ctx, call.id()))
    return Answer.json(_job(job, starting.UNDO), status=202)


async def rejected(call: Call) -> Answer:
    """Give back the rows that were set aside, with the reasons, as a CSV that can be mended and imported again."""
    record = await uploads.get(call.ctx, call.id())
    name = f"{record['name']}-rejected.csv"
    return Answer.stream(set_aside(call.ctx, record), type="text/csv", name=name)


async def export_records(call: Call) -> Answer:
    """Write what the query finds into a file."""
    body = call.mapping()
    name = call.path["object"]
    paths = _paths(body)
    query = parse_query(body.get("query") or {})
    is_sheet = body.get("format") == "xlsx"
    async with call.open(readonly=True) as ctx:
        access.check(ctx, name, "export")
        export.sheet(ctx, name, query, paths)

    async def chunks() -> AsyncIterator[bytes]:
        async with call.open() as ctx:
            of = export.sheet(ctx, name, query, paths)
            async for part in export.as_xlsx(ctx, of) if is_sheet else export.as_csv(ctx, of):
                yield part

    ending = "xlsx" if is_sheet else "csv"
    begun = await _begun(chunks())
    return Answer.stream(begun, type=SHEET if is_sheet else "text/csv", name=f"{name}.{ending}")


async def start_export(call: Call) -> Answer:
    """Write what the query finds into a file, however much it is, as a job."""
    body = call.mapping()
    form = "xlsx" if body.get("format") == "xlsx" else "csv"
    name = call.path["object"]
    job = await exporting.ask(call.ctx, name, body.get("query") or {}, _paths(body), form)
    return Answer.json(_job(job, exporting.JOB), status=202)


async def fetch_export(call: Call) -> Answer:
    """Give back the file that an export has written."""
    name, chunks = await exporting.fetch(call.ctx, call.id())
    return Answer.stream(chunks, type=SHEET if name.endswith("xlsx") else "text/csv", name=name)


async def _begun(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Make the first piece before the answer begins: what goes wrong until then can still be told."""
    first = await anext(chunks, b"")

    async def rest() -> AsyncIterator[bytes]:
        yield first
        async for chunk in chunks:
            yield chunk

    return rest()


def _paths(body: dict[str, Json]) -> list[str]:
    columns = body.get("columns")
    if not isinstance(columns, list):
        return []
    return [str(c.get("field") if isinstance(c, dict) else c) for c in columns]


async def _start(call: Call, *, dry: bool) -> Answer:
    job = await starting.start(call.ctx, await uploads.get(call.ctx, call.id()), dry=dry)
    return Answer.json(_job(job), status=202)


def _job(job: object, kind: str = starting.JOB) -> Json:
    return {
        "id": str(job),
        "kind": kind,
        "state": "queued",
        "done": 0,
        "total": None,
        "message": "",
        "result": None,
    }


ROUTES = (
    Route(
        "POST",
        "/api/import",
        receive,
        "Upload a file to import",
        unit="none",
        accepts="multipart",
        limit=UPLOAD_LIMIT,
    ),
    Route("GET", "/api/import", recent, "My imports"),
    Route("GET", "/api/import/{id}", show, "One import with its columns, guesses and report"),
    Route("PATCH", "/api/import/{id}", reread, "Read the file another way"),
    Route("PUT", "/api/import/{id}/mapping", put_mapping, "Say which column fills which field"),
    Route("POST", "/api/import/{id}/dry-run", dry_run, "Try the import"),
    Route("POST", "/api/import/{id}/run", run, "Import"),
    Route("POST", "/api/import/{id}/undo", undo, "Take an import back"),
    Route("GET", "/api/import/{id}/rejected", rejected, "Rows that were set aside"),
    Route(
        "POST", "/api/export/{object}", export_records, "Export records", unit="none", scope="read"
    ),
    Route(
        "POST", "/api/export/{object}/job", start_export, "Export records as a job", scope="read"
    ),
    Route("GET", "/api/exports/{id}", fetch_export, "Fetch what an export has written"),
)
