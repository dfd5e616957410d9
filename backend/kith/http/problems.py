"""Errors as problem documents (RFC 9457); the only file that knows which error has which status number."""

import logging
import math
from collections.abc import Mapping
from http import HTTPStatus

from litestar.exceptions import HTTPException

from kith.http.answer import Answer
from kith.http.errors import BadRequest, BodyTooLarge, MethodNotTaken, NothingHere
from kith.infra.faults import meaning
from kith.kernel.catalog.messages import message, texts
from kith.kernel.records.errors import FieldProblems
from kith.lib.errors import ErrorKind, KithError
from kith.lib.ids import new_id

LOG = logging.getLogger("kith.http")

STATUS: Mapping[ErrorKind, HTTPStatus] = {
    ErrorKind.INVALID: HTTPStatus.BAD_REQUEST,
    ErrorKind.UNAUTHENTICATED: HTTPStatus.UNAUTHORIZED,
    ErrorKind.FORBIDDEN: HTTPStatus.FORBIDDEN,
    ErrorKind.NOT_FOUND: HTTPStatus.NOT_FOUND,
    ErrorKind.CONFLICT: HTTPStatus.CONFLICT,
    ErrorKind.TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    ErrorKind.TOO_MANY: HTTPStatus.TOO_MANY_REQUESTS,
    ErrorKind.UNAVAILABLE: HTTPStatus.SERVICE_UNAVAILABLE,
    ErrorKind.NO_ROOM: HTTPStatus.INSUFFICIENT_STORAGE,
}
# HTTP has its own word for these.
STATUS_BY_CODE: Mapping[str, HTTPStatus] = {
    "http.media_type": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "http.method_not_allowed": HTTPStatus.METHOD_NOT_ALLOWED,
}
_TITLES: Mapping[int, str] = {
    400: "The request is not right",
    401: "Not signed in",
    403: "Not allowed",
    404: "Not found",
    405: "This address does not take this method",
    409: "Something else changed meanwhile",
    413: "Too large",
    415: "Not a kind of content that is taken here",
    429: "Too many requests",
    500: "Something went wrong on our side",
    503: "Not available just now",
    507: "No room left",
}
UNEXPECTED = "http.unexpected"
_UNFORESEEN = "Something went wrong on our side. It has been noted under {id}; nothing was changed."
_FRAMEWORKS: Mapping[int, type[KithError]] = {
    404: NothingHere,
    405: MethodNotTaken,
    413: BodyTooLarge,
}
_RETRY_AFTER = 2


def problem(error: Exception, locale: str = "en", names: Mapping[str, str] | None = None) -> Answer:
    """Return the document for any error; one that nobody foresaw is logged and tells nothing but its number.

    `names` are what the reader calls fields and objects.
    """
    if isinstance(error, KithError):
        return _ours(error, locale, names or {})
    if isinstance(error, HTTPException) and error.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
        return _frameworks(error, locale)
    ours = meaning(error)
    return _unexpected(error, locale) if ours is None else _ours(ours, locale, {})


def status_of(error: KithError) -> HTTPStatus:
    """Return the status number of one of our errors."""
    return STATUS_BY_CODE.get(error.code) or STATUS[error.kind]


def _ours(error: KithError, locale: str, names: Mapping[str, str]) -> Answer:
    headers = {}
    if error.kind is ErrorKind.TOO_MANY:
        headers["retry-after"] = str(math.ceil(float(str(error.params.get("seconds", 1)))))
    if error.kind is ErrorKind.UNAVAILABLE:
        headers["retry-after"] = str(_RETRY_AFTER)
    if error.kind in (ErrorKind.UNAVAILABLE, ErrorKind.NO_ROOM):
        LOG.warning("%s: %s", error.code, error.__cause__ or error.message)
    if error.kind is ErrorKind.UNAUTHENTICATED:
        headers["www-authenticate"] = "Bearer"
    return _document(
        status_of(error),
        error.code,
        message(error, locale, names),
        locale,
        _details(error, locale, names),
        headers,
    )


def _details(error: KithError, locale: str, names: Mapping[str, str]) -> Mapping[str, object]:
    if not isinstance(error, FieldProblems):
        return error.details()
    fields = {
        name: {**found.details(), "code": found.code, "message": message(found, locale, names)}
        for name, found in error.problems.items()
    }
    return {**error.details(), "fields": fields}


def _frameworks(error: HTTPException, locale: str) -> Answer:
    ours = _FRAMEWORKS.get(error.status_code, BadRequest)()
    headers = {k.lower(): v for k, v in (error.headers or {}).items()}
    return _document(status_of(ours), ours.code, message(ours, locale), locale, {}, headers)


def _unexpected(error: Exception, locale: str) -> Answer:
    number = str(new_id())
    LOG.error("Unexpected error %s", number, exc_info=error)
    detail = (texts(locale).get("problem.unexpected") or _UNFORESEEN).replace("{id}", number)
    return _document(500, UNEXPECTED, detail, locale, {"id": number}, {})


def _document(
    status: int,
    code: str,
    detail: str,
    locale: str,
    more: Mapping[str, object],
    headers: Mapping[str, str],
) -> Answer:
    title = texts(locale).get(f"problem.{int(status)}") or _TITLES.get(status) or "Problem"
    body = {
        "type": f"urn:kith:problem:{code}",
        "title": title,
        "status": int(status),
        "code": code,
        "detail": detail,
        **more,
    }
    return Answer.json(
        body, status=int(status), headers={"content-type": "application/problem+json", **headers}
    )
