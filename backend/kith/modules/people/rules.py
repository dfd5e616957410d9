"""What is true of names, sizes and ties; pure functions over plain values."""

from collections.abc import Mapping

from kith.lib.json import Json
from kith.lib.text import has_han
from kith.modules.people.errors import EndsMissing, OwnParent, SameEnds, TooManyEnds

Values = Mapping[str, Json]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


COMPOUND_SURNAMES = frozenset(
    _words(
        "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 司徒 长孙 宇文 端木 南宫 独孤 "
        "百里 申屠 轩辕"
    )
)
PARTICLES = frozenset(_words("van von der den de da di du la le del dos bin al ter ten"))
SIZE_LIMITS = ((10, "micro"), (50, "small"), (250, "medium"), (1000, "large"))


def join_name(family: str, given: str) -> str:
    """Return the full name as people write it: family name first in Chinese, last elsewhere."""
    if has_han(family + given):
        return family + given
    return f"{given} {family}".strip()


def split_name(name: str) -> tuple[str, str]:
    """Return the family and the given name that a full name most likely holds."""
    name = " ".join(name.split())
    if has_han(name):
        return _split_chinese(name)
    if "," in name:
        family, _, given = name.partition(",")
        return family.strip(), given.strip()
    words = name.split(" ")
    if len(words) == 1:
        return "", name
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return " ".join(words[start:]), " ".join(words[:start])


def with_names(before: Values | None, values: Values) -> dict[str, Json]:
    """Return values in which the full name and its parts agree; what the person wrote wins."""
    result = dict(values)
    if values.get("name"):
        if not values.get("family_name") and not values.get("given_name"):
            result["family_name"], result["given_name"] = split_name(str(values["name"]))
    elif "family_name" in values or "given_name" in values:
        state = {**(before or {}), **values}
        full = join_name(str(state.get("family_name") or ""), str(state.get("given_name") or ""))
        if full:
            result["name"] = full
    return {k: v or None if k in ("family_name", "given_name") else v for k, v in result.items()}


def size_of(employees: int) -> str:
    """Return the size that a number of employees makes."""
    return next((key for limit, key in SIZE_LIMITS if employees <= limit), "enterprise")


def with_size(before: Values | None, values: Values) -> dict[str, Json]:
    """Return values whose size follows from the number of employees, unless somebody chose it."""
    employees = values.get("employees")
    chosen = values.get("size") or (before or {}).get("size")
    if not isinstance(employees, int) or "size" in values:
        return dict(values)
    followed = before is not None and _size_followed(before)
    return {**values, "size": size_of(employees)} if not chosen or followed else dict(values)


def check_parent(account: Json, values: Values) -> None:
    """Refuse an account that belongs to itself."""
    parent = values.get("parent_account")
    if parent is not None and parent == account:
        raise OwnParent


def check_ends(state: Values) -> None:
    """Refuse a relation that lacks an end, has two at one side, or ties a record to itself."""
    for side in (("contact", "account"), ("to_contact", "to_account")):
        filled = [name for name in side if state.get(name)]
        if not filled:
            raise EndsMissing
        if len(filled) > 1:
            raise TooManyEnds
    for one, other in (("contact", "to_contact"), ("account", "to_account")):
        if state.get(one) and state.get(one) == state.get(other):
            raise SameEnds


def inverse_of(kind: str, config: Mapping[str, Json]) -> str:
    """Return the kind of relation as the other end sees it."""
    return str(config.get("inverse") or kind)


def _split_chinese(name: str) -> tuple[str, str]:
    if " " in name:
        family, _, given = name.partition(" ")
        return family, given
    cut = 2 if len(name) > 2 and name[:2] in COMPOUND_SURNAMES else 1  # noqa: PLR2004 - characters
    return name[:cut], name[cut:]


def _size_followed(before: Values) -> bool:
    employees = before.get("employees")
    return isinstance(employees, int) and before.get("size") == size_of(employees)
