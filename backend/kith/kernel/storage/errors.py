"""What can be wrong with a database or a workspace; each message names a cure."""

from typing import ClassVar

from kith.lib.errors import ErrorKind, KithError


class UnknownWorkspace(KithError):
    """There is no workspace called “{slug}”."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "storage.unknown_workspace"


class WorkspaceExists(KithError):
    """There is already a workspace called “{slug}”."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "storage.workspace_exists"


class BadSlug(KithError):
    """“{slug}” cannot be the short name of a workspace: small letters, digits and _, a letter first, 40 at most."""

    code: ClassVar[str] = "storage.bad_slug"


class ChineseLost(KithError):
    """This database cannot search Chinese text: pg_trgm drops it, because the character type (lc_ctype) of the
    database is {ctype}. Create the database with a UTF-8 one, such as LC_CTYPE 'C.UTF-8'.
    """

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "storage.chinese_lost"


class ServerTooOld(KithError):
    """This server is PostgreSQL {version}; Kith needs PostgreSQL 18 or later."""

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "storage.server_too_old"


class ExtensionMissing(KithError):
    """The PostgreSQL extension {extension} cannot be used: {reason}. Ask the database's administrator to install
    PostgreSQL's contrib modules and to run CREATE EXTENSION {extension} SCHEMA public.
    """

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "storage.extension_missing"


class NotUnique(KithError):
    """“{object}” holds values that must be unique more than once: {detail} Change these records, then try again."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "storage.not_unique"


class TableBusy(KithError):
    """Other work holds the table of “{object}” for too long. Nothing was changed; try again in a minute."""

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "storage.table_busy"


class BaseCurrencyInUse(KithError):
    """{object} keep amounts in "{field}" already, counted up in {currency}. The base currency can only be changed
    before the first amount.
    """

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "storage.base_currency_in_use"


class BaseCurrencyHasRates(KithError):
    """There are exchange rates to {currency}. Remove them first, then choose another base currency."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "storage.base_currency_has_rates"
