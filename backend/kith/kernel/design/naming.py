"""Names for what admins make: given, or made from the label; they always end in __c."""

from collections.abc import Container

from kith.kernel.design.errors import BadName, LabelMissing, NameTaken
from kith.kernel.fields.names import MAX_NAME, is_name
from kith.kernel.storage.aside import DAYS
from kith.lib.json import Json
from kith.lib.text import clean, fold, has_han, pinyin

ENDING = "__c"
MAX_LABEL = 120
_TRIES = 1_000


def label(value: Json, place: str = "label") -> str:
    """Return a tidy label."""
    text = " ".join(clean(value).split()) if isinstance(value, str) else ""
    if not text or len(text) > MAX_LABEL:
        raise LabelMissing(place=place, max=MAX_LABEL)
    return text


def name(given: Json, spoken: str, taken: Container[str]) -> str:
    """Return the name that was given, or a free one made from the label."""
    if given is None:
        return _free(_from_label(spoken), taken)
    if not isinstance(given, str):
        raise BadName(place="name", name=str(given)[:80], max=MAX_NAME)
    full = given if given.endswith(ENDING) else given + ENDING
    if not is_name(full):
        raise BadName(place="name", name=given[:80], max=MAX_NAME)
    if full in taken:
        raise NameTaken(place="name", name=full, days=DAYS)
    return full


def _from_label(spoken: str) -> str:
    text = " ".join(pinyin(spoken)) if has_han(spoken) else spoken
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in fold(text)).split()
    stem = "_".join(words)[: MAX_NAME - 8].strip("_") or "field"
    return stem if stem[0].isalpha() else f"n{stem}"


def _free(stem: str, taken: Container[str]) -> str:
    for number in range(1, _TRIES):
        full = f"{stem}{'' if number == 1 else f'_{number}'}{ENDING}"
        if full not in taken:
            return full
    raise NameTaken(place="name", name=stem, days=DAYS)
