"""E-mail addresses."""

import re

from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, validate_email
from typing_extensions import override

from kith.kernel.fields import values
from kith.kernel.fields.errors import NotEmail
from kith.kernel.fields.kinds.text import Worded
from kith.kernel.fields.protocol import ParseEnv
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

MAX = 254
# What nearly every address looks like; the library, at fifty times the cost, judges the others.
_PLAIN = re.compile(
    r"[a-z0-9_+-]{1,40}(?:\.[a-z0-9_+-]{1,20}){0,2}"
    r"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}(?:[a-z]{2}|com|net|org|info|biz|edu|gov)"
)
for _intranet in ("local", "test"):
    # Companies do use them inside; the library offers this way to allow them.
    SPECIAL_USE_DOMAIN_NAMES.remove(_intranet)


class Email(Worded):
    """An address in small letters, checked by its form; nobody is asked over the network."""

    kind = "email"
    input = "email"

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        written = values.one_line(value, MAX)
        if written is None:
            return None
        if len(written) <= MAX and _PLAIN.fullmatch(written.lower()):
            return written.lower()
        try:
            found = validate_email(
                written.removeprefix("mailto:"),
                check_deliverability=False,
                globally_deliverable=False,
            )
        except EmailNotValidError:
            raise NotEmail(value=written[:80]) from None
        if "." not in found.domain:
            raise NotEmail(value=written[:80])
        return found.normalized.lower()


KIND = Email()
