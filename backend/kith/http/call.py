"""One request as a route sees it: who asks, what was sent, and the context in which to act."""

import logging
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from urllib.parse import parse_qsl

from kith.http.body import AnyRequest, Upload, mapping, read_upload
from kith.http.errors import BodyHasNul, NothingHere, NotSignedIn, ParameterWrong
from kith.http.seat import Seat
from kith.http.site import Site
from kith.http.words import negotiate
from kith.kernel.catalog.phrases import names_in
from kith.kernel.context import Context
from kith.lib.ids import parse_id
from kith.lib.json import Json, dumps

LOG = logging.getLogger("kith.http")
_LOOPBACK = ("127.0.0.1", "::1", None)
_MOST_PARAMETERS = 100


class Call:
    """Made for each request by the edge; `seat` and `ctx` are there when the route asked for them."""

    __slots__ = ("_body", "_ctx", "_headers", "_parameters", "_seat", "request", "site")

    def __init__(self, site: Site, request: AnyRequest) -> None:
        """Wrap a request; nothing is read yet."""
        self.site = site
        self.request = request
        self._headers: dict[bytes, bytes] = dict(request.scope["headers"])
        self._parameters: dict[str, str] | None = None
        self._seat: Seat | None = None
        self._ctx: Context | None = None
        self._body: Json = None

    @property
    def seat(self) -> Seat:
        """Who asks."""
        if self._seat is None:
            raise NotSignedIn
        return self._seat

    @seat.setter
    def seat(self, seat: Seat) -> None:
        self._seat = seat

    @property
    def ctx(self) -> Context:
        """The context with the transaction that the route declared."""
        if self._ctx is None:
            raise RuntimeError("this route declared unit='none'; use call.open()")
        return self._ctx

    @ctx.setter
    def ctx(self, ctx: Context) -> None:
        self._ctx = ctx

    @asynccontextmanager
    async def open(self, *, readonly: bool = False) -> AsyncIterator[Context]:
        """Begin another transaction, for work that outlives the route's own."""
        async with self.site.open(self.seat, readonly=readonly) as ctx:
            yield ctx

    @property
    def locale(self) -> str:
        """The language to answer in: the person's own, else what the browser asks for."""
        if self._seat is not None:
            return self._seat.actor.locale
        return negotiate(self.header("accept-language"))

    def names(self) -> Mapping[str, str]:
        """What the reader calls fields and objects, for messages; nothing before it is known who asks."""
        if self._ctx is None:
            return {}
        return names_in(self._ctx.catalog, self.path.get("object"), self.locale)

    @property
    def path(self) -> Mapping[str, str]:
        """The parts of the path that vary."""
        return self.request.scope["path_params"]

    def id(self, name: str = "id") -> uuid.UUID:
        """Return a part of the path as an identifier; anything else is not found."""
        found = parse_id(self.path[name])
        if found is None:
            raise NothingHere
        return found

    def header(self, name: str) -> str | None:
        """Return a header, or None."""
        value = self._headers.get(name.lower().encode())
        return None if value is None else value.decode("latin-1")

    def query(self, name: str) -> str | None:
        """Return a parameter of the address, or None."""
        return self.parameters().get(name)

    def parameters(self) -> Mapping[str, str]:
        """Return every parameter of the address; of a repeated one the last."""
        if self._parameters is None:
            self._parameters = _parsed(self.request.scope["query_string"])
        return self._parameters

    def number(self, name: str, default: int, *, low: int, high: int) -> int:
        """Return a whole number from the address."""
        text = self.query(name)
        if text is None:
            return default
        if not text.isascii() or not text.isdigit() or not low <= int(text[:12]) <= high:
            raise ParameterWrong(name=name, expected=f"a whole number from {low} to {high}")
        return int(text)

    def json(self) -> Json:
        """Return the parsed body."""
        return self._body

    def receive(self, body: Json) -> None:
        """Keep the parsed body; called by the edge."""
        self._body = body

    def mapping(self) -> dict[str, Json]:
        """Return the body, which must be an object."""
        return mapping(self._body)

    def forget_seats_after_commit(self) -> None:
        """Let the very next request see what this one changed about people; other processes hear it by signal."""

        async def forget() -> None:
            self.site.seats.forget()

        self.ctx.unit.after_commit(forget)

    def forget_workspace_after_commit(self) -> None:
        """Let the very next request see changed settings and metadata; other processes hear it by signal."""
        workspace = self.seat.workspace

        async def forget() -> None:
            self.site.workspaces.forget(lambda slug, _: slug == workspace)
            self.site.seats.forget(lambda _, seat: seat.workspace == workspace)

        self.ctx.unit.after_commit(forget)

    def announce_people(self, user: uuid.UUID | None = None) -> None:
        """Tell every process, once this is committed, that this person's rights, or anybody's, may have changed."""

        async def forget() -> None:
            self.site.seats.forget()

        self.ctx.unit.after_commit(forget)
        self._announce({"identity": None if user is None else str(user)})

    def announce_settings(self, what: str) -> None:
        """Tell every open window, once this is committed, which settings to read again."""
        self._announce({"settings": what})

    def _announce(self, news: Mapping[str, Json]) -> None:
        workspace = self.seat.workspace

        async def announce() -> None:
            payload = dumps({"ws": workspace, **news}).decode()
            try:
                await self.site.bus.publish("kith", payload)
            except Exception:  # the change is committed; other processes learn of it a little later
                LOG.warning("could not tell other processes", exc_info=True)

        self.ctx.unit.after_commit(announce)

    async def upload(self) -> Upload:
        """Return the file that came with the form."""
        return await read_upload(self.request)

    @property
    def cookies(self) -> str:
        """The Cookie header; HTTP/2 may send it in parts."""
        parts = [value for name, value in self.request.scope["headers"] if name == b"cookie"]
        return b"; ".join(parts).decode("latin-1")

    @property
    def address(self) -> str:
        """The caller's IP address; a proxy on this machine is believed."""
        peer = self.request.scope["client"]
        host = peer[0] if peer else None
        forwarded = self.header("x-forwarded-for")
        if host in _LOOPBACK and forwarded:
            return forwarded.rpartition(",")[2].strip()[:64]
        return host or "local"

    @property
    def is_https(self) -> bool:
        """Say whether the browser's side of the connection is encrypted."""
        public = self.site.settings.public_url or ""
        return (
            self.request.scope["scheme"] == "https"
            or self.header("x-forwarded-proto") == "https"
            or public.startswith("https:")
        )


def _parsed(query: bytes) -> dict[str, str]:
    try:
        pairs = parse_qsl(
            query.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_PARAMETERS,
        )
    except ValueError:
        raise ParameterWrong(name="?", expected="UTF-8 text, percent-encoded") from None
    found = dict(pairs)
    if any("\x00" in name or "\x00" in value for name, value in found.items()):
        raise BodyHasNul
    return found
