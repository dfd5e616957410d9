"""Turns the driver's errors into ours, so that no floor above needs to know the driver."""

import asyncpg

from kith.infra.db.errors import (
    DatabaseBusy,
    DatabaseFull,
    DatabaseUnavailable,
    RuleBroken,
    TookTooLong,
    ValueRefused,
)
from kith.lib.errors import KithError

DRIVER_ERRORS = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)

# The first that fits counts, so narrow classes stand before the families that they belong to.
_MEANINGS: tuple[tuple[type[Exception], type[KithError]], ...] = (
    (asyncpg.TooManyConnectionsError, DatabaseUnavailable),
    (asyncpg.QueryCanceledError, TookTooLong),
    (asyncpg.LockNotAvailableError, DatabaseBusy),
    (asyncpg.PostgresConnectionError, DatabaseUnavailable),
    (asyncpg.OperatorInterventionError, DatabaseUnavailable),
    (asyncpg.InsufficientResourcesError, DatabaseFull),
    (asyncpg.TransactionRollbackError, DatabaseBusy),
    (asyncpg.InvalidCachedStatementError, DatabaseBusy),
    (asyncpg.ProgramLimitExceededError, ValueRefused),
    (asyncpg.DataError, ValueRefused),
    (asyncpg.IntegrityConstraintViolationError, RuleBroken),
    (asyncpg.OutdatedSchemaCacheError, DatabaseBusy),
    # The server hung up between two statements, and the driver only notices at the second.
    (asyncpg.InternalClientError, DatabaseUnavailable),
)


# What a statement meets that was made for tables as they were before an administrator changed them.
_OTHER_SHAPE = (
    asyncpg.SyntaxOrAccessError,
    asyncpg.InvalidCachedStatementError,
    asyncpg.OutdatedSchemaCacheError,
)


def blames_shape(error: Exception) -> bool:
    """Say whether the tables may have another shape than the statement expects."""
    return isinstance(error, _OTHER_SHAPE)


def meaning(error: Exception) -> KithError | None:
    """Return what a driver's error means to people, or None when it is a fault of ours."""
    if isinstance(error, asyncpg.InterfaceError):
        return DatabaseUnavailable() if _is_closed(error) else None
    return next((ours() for theirs, ours in _MEANINGS if isinstance(error, theirs)), None)


def _is_closed(error: asyncpg.InterfaceError) -> bool:
    text = str(error)
    return "closed" in text or "closing" in text or "connection was" in text
