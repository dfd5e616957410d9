"""An uploaded file."""

import mimetypes
from collections.abc import Mapping
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause
from typing_extensions import override

from kith.kernel.fields import names, operators, values
from kith.kernel.fields.errors import FileTooBig, FileTypeRefused, NotFile
from kith.kernel.fields.protocol import FileFacts, Operator, ParseEnv
from kith.kernel.fields.scalar import Scalar
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif")
"""What browsers draw without running anything."""
_MEGABYTE = 1_000_000
_SHOWN = ("id", "name", "size", "type")


def check(field: FieldDef, facts: FileFacts) -> None:
    """Refuse a file that the field does not take: by what its bytes are, not by its name."""
    accepted = _accepted(field)
    if accepted and not any(_fits(facts.type, wish) for wish in accepted):
        raise FileTypeRefused(accepted=", ".join(accepted), found=facts.type)
    most = field.config.get("max_mb")
    if isinstance(most, int) and facts.size > most * _MEGABYTE:
        raise FileTooBig(megabytes=most)


class File(Scalar):
    """The id of a row in `_file`; `config` may say which types are accepted and how large."""

    kind = "file"
    sql_type = "uuid"
    input = "file"
    sortable = False
    groupable = False
    measures = ("count",)
    compare: ClassVar[Mapping[str, Operator]] = operators.emptiness()

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        if value is None or value == "":
            return None
        found = values.identifier(value)
        if found is None:
            raise NotFile
        if env.files is not None and not env.history and str(found) != env.before:
            facts = env.files.get(str(found))
            if facts is None:
                raise NotFile
            check(field, facts)
        return str(found)

    @override
    def bind(self, field: FieldDef, plain: Json, env: ParseEnv) -> tuple[object, ...]:
        return (values.identifier(plain),)

    @override
    def shown(self, field: FieldDef, row: FromClause) -> ColumnElement[object]:
        schema, _ = names.origin(row)
        file = sa.table("_file", *(sa.column(name) for name in _SHOWN), schema=schema).alias()
        pairs = [piece for key in _SHOWN for piece in (sa.literal_column(f"'{key}'"), file.c[key])]
        return (
            sa.select(sa.func.jsonb_build_object(*pairs))
            .where(file.c.id == row.c[field.name])
            .scalar_subquery()
        )

    @override
    def sort(self, field: FieldDef, row: FromClause) -> tuple[ColumnElement[object], ...]:
        return ()


def _accepted(field: FieldDef) -> list[str]:
    wishes = field.config.get("accept")
    if isinstance(wishes, list) and wishes:
        return [str(wish).strip().lower() for wish in wishes]
    return list(PICTURES) if field.kind == "image" else []


def _fits(type_: str, wish: str) -> bool:
    """Compare as browsers do for `accept`: "image/*", "application/pdf", or an ending such as ".pdf"."""
    if wish.startswith("."):
        return mimetypes.guess_type(f"x{wish}")[0] == type_
    if wish.endswith("/*"):
        return type_.startswith(wish[:-1])
    return wish in ("*", type_)


KIND = File()
