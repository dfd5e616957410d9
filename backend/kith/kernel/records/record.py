"""A record as modules read it: the shown form, with its object, id and version."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self, cast

from typing_extensions import override

from kith.lib.json import Json, loads

RecordId = uuid.UUID


@dataclass(frozen=True, slots=True)
class Record(Mapping[str, Json]):
    """One record; a link is {"id", "label"}, a path that was asked for is a key such as "account.city"."""

    object: str
    id: RecordId
    version: int
    shown: Mapping[str, Json]

    @classmethod
    def of(cls, object_name: str, values: Mapping[str, Json]) -> Self:
        """Make a record from its JSON object."""
        return cls(
            object_name,
            uuid.UUID(cast("str", values["id"])),
            cast("int", values["version"]),
            values,
        )

    @classmethod
    def parse(cls, object_name: str, data: bytes) -> Self:
        """Make a record from its JSON text."""
        return cls.of(object_name, cast("dict[str, Json]", loads(data)))

    def ref(self, field: str) -> RecordId | None:
        """Return the id behind a link or a user field, or None when it is empty."""
        value = self.shown.get(field)
        if isinstance(value, Mapping):
            value = value.get("id")
        return uuid.UUID(value) if isinstance(value, str) else None

    @override
    def __getitem__(self, field: str) -> Json:
        return self.shown[field]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self.shown)

    @override
    def __len__(self) -> int:
        return len(self.shown)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of records; `next` continues it, `total` is None when nobody asked for a count."""

    items: tuple[Record, ...]
    total: int | None
    capped: bool
    next: str | None

    @classmethod
    def parse(cls, object_name: str, data: bytes) -> Self:
        """Make a page from its JSON text."""
        body = cast("dict[str, Json]", loads(data))
        items = cast("list[dict[str, Json]]", body["items"])
        return cls(
            tuple(Record.of(object_name, item) for item in items),
            cast("int | None", body.get("total")),
            bool(body.get("capped")),
            cast("str | None", body.get("next")),
        )


@dataclass(frozen=True, slots=True)
class Written:
    """The answer to a write: the record in shown form; `merged` names what others had changed meanwhile (and stays)."""

    json: bytes
    id: RecordId
    version: int
    merged: tuple[str, ...] = ()
