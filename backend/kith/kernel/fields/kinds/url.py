"""Web addresses."""

import re
from urllib.parse import urlsplit

from typing_extensions import override

from kith.kernel.fields import values
from kith.kernel.fields.errors import NotUrl
from kith.kernel.fields.kinds.text import Worded
from kith.kernel.fields.protocol import ParseEnv
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

MAX = 2_000
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_HOST = re.compile(
    r"[^\s/?#@:\[\]\\<>\"']+\.[^\s/?#@:\[\]\\<>\"']+|localhost|\[[0-9a-f:.]+\]", re.IGNORECASE
)
_BLANK = re.compile(r"[\s<>\"]")


class Url(Worded):
    """An address with http or https; https is added when there is none."""

    kind = "url"
    input = "url"
    groupable = False

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        written = values.one_line(value, MAX)
        if written is None:
            return None
        full = written if _SCHEME.match(written) else f"https://{written.removeprefix('//')}"
        try:
            parts = urlsplit(full)
            host = parts.netloc.rpartition("@")[2]
            name = f"[{parts.hostname}]" if host.startswith("[") else parts.hostname or ""
            _ = parts.port
        except ValueError:
            raise NotUrl(value=written[:80]) from None
        if (
            parts.scheme not in ("http", "https")
            or not _HOST.fullmatch(name)
            or _BLANK.search(full)
        ):
            raise NotUrl(value=written[:80])
        return values.text(parts._replace(netloc=parts.netloc.lower()).geturl(), MAX)


KIND = Url()
