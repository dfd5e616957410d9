"""Every kind of field that there is."""

from collections.abc import Mapping
from types import MappingProxyType

from kith.kernel.fields.errors import UnknownKind
from kith.kernel.fields.kinds import (
    address,
    auto_number,
    checkbox,
    choice,
    date,
    datetime,
    email,
    file,
    formula,
    image,
    integer,
    json,
    link,
    links,
    long_text,
    money,
    multi_choice,
    number,
    parent,
    percent,
    phone,
    place,
    rich_text,
    rollup,
    tags,
    text,
    url,
    user,
)
from kith.kernel.fields.protocol import FieldType
from kith.kernel.schema import FieldDef

FIELD_TYPES: Mapping[str, FieldType] = MappingProxyType(
    {
        "text": text.KIND,
        "long_text": long_text.KIND,
        "rich_text": rich_text.KIND,
        "integer": integer.KIND,
        "number": number.KIND,
        "percent": percent.KIND,
        "money": money.KIND,
        "date": date.KIND,
        "datetime": datetime.KIND,
        "checkbox": checkbox.KIND,
        "choice": choice.KIND,
        "multi_choice": multi_choice.KIND,
        "link": link.KIND,
        "links": links.KIND,
        "parent": parent.KIND,
        "email": email.KIND,
        "phone": phone.KIND,
        "url": url.KIND,
        "address": address.KIND,
        "place": place.KIND,
        "auto_number": auto_number.KIND,
        "formula": formula.KIND,
        "rollup": rollup.KIND,
        "file": file.KIND,
        "image": image.KIND,
        "user": user.KIND,
        "tags": tags.KIND,
        "json": json.KIND,
    }
)

LINK_KINDS = frozenset({"link", "parent", "user"})
"""Kinds that hold the id of one record of the object `to`."""


def field_type(field: FieldDef) -> FieldType:
    """Return the kind that a field is of."""
    found = FIELD_TYPES.get(field.kind)
    if found is None:
        raise UnknownKind(kind=field.kind, kinds=", ".join(FIELD_TYPES))
    return found
