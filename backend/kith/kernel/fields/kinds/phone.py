"""Phone numbers, kept in the international form E.164."""

import re
from functools import cache

import phonenumbers
from typing_extensions import override

from kith.kernel.fields import values
from kith.kernel.fields.errors import NotPhone
from kith.kernel.fields.kinds.text import Worded
from kith.kernel.fields.operators import PATTERNS, pattern
from kith.kernel.fields.protocol import ParseEnv
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

MAX = 60
_FEWEST_DIGITS = 3
_CODE_SIZES = (1, 2, 3)
_KEPT = set("+0123456789")


class Phone(Worded):
    """A number as +4930123456; an extension follows as ;ext=12."""

    kind = "phone"
    input = "phone"

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        written = values.one_line(value, MAX)
        if written is None:
            return None
        if _is_plain(written):
            return written
        try:
            number = phonenumbers.parse(written.removeprefix("tel:"), env.country)
        except phonenumbers.NumberParseException:
            raise NotPhone(value=written) from None
        is_long_enough = len(str(number.national_number)) >= _FEWEST_DIGITS
        if not is_long_enough or not phonenumbers.is_possible_number(number):
            raise NotPhone(value=written)
        extension = f";ext={number.extension}" if number.extension else ""
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) + extension

    @override
    def compared(self, field: FieldDef, op: str, value: Json, env: ParseEnv) -> object:
        if op in PATTERNS:
            digits = "".join(c for c in str(value) if c in _KEPT)
            return pattern(op, digits.lstrip("0") if "contains" in op else digits)
        return super().compared(field, op, self.parse(field, value, env), env)


def _is_plain(written: str) -> bool:
    """Say whether this is E.164 already; saves most numbers of a file the library's long way."""
    digits = written[1:]
    if not written.startswith("+") or not digits.isascii() or not digits.isdigit():
        return False
    for size in _CODE_SIZES:
        numbering = _numbering(int(digits[:size] or "0"))
        if numbering is not None:
            shape, prefix, lengths = numbering
            national = digits[size:]
            return (
                len(national) in lengths
                and prefix.match(national) is None
                and shape.fullmatch(national) is not None
            )
    return False


@cache
def _numbering(code: int) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[int]] | None:
    """Return a country's numbers: their form, what is dialled before them at home, their lengths; None without one."""
    if code not in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
        return None
    region = phonenumbers.region_code_for_country_code(code)
    known = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    if known is None or known.general_desc is None:
        return None
    shape = known.general_desc.national_number_pattern or "(?!)"
    prefix = known.national_prefix_for_parsing or "0"
    return re.compile(shape), re.compile(prefix), frozenset(known.general_desc.possible_length)


KIND = Phone()
