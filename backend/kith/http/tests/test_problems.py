"""Every error becomes a problem document that is exact for ours and silent about what nobody foresaw."""

import errno
import os
from typing import Any, cast

import asyncpg
import pytest
from litestar.exceptions import MethodNotAllowedException

from kith.http.errors import TooManyRequests, WrongCredentials
from kith.http.problems import STATUS, problem
from kith.http.words import negotiate
from kith.kernel.catalog.messages import message
from kith.kernel.records.errors import FieldProblems, RequiredField
from kith.lib.errors import ErrorKind
from kith.lib.json import loads as parse


def loads(body: bytes) -> dict[str, Any]:
    return cast("dict[str, Any]", parse(body))


def test_every_kind_of_error_has_a_status_below_500_or_says_what_the_machine_lacks() -> None:
    assert set(STATUS) == set(ErrorKind)
    assert all(status < 500 or status in (503, 507) for status in STATUS.values())


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_told_in_both_languages(number: int) -> None:
    answer = problem(OSError(number, os.strerror(number)), "zh-CN")
    body = loads(answer.body)
    assert (answer.status, body["code"], body["title"]) == (507, "infra.storage_full", "空间不足")
    assert "没有丢" in body["detail"]
    assert problem(asyncpg.DiskFullError("no space"), "en").status == 507


def test_a_problem_speaks_the_readers_language() -> None:
    english = loads(problem(WrongCredentials(), "en").body)
    chinese = loads(problem(WrongCredentials(), "zh-CN").body)
    assert english["detail"] == "That e-mail address and password do not go together."
    assert chinese["detail"] == "邮箱和密码对不上。"
    assert english["code"] == chinese["code"] == "session.wrong_credentials"
    assert english["status"] == 401


def test_every_field_speaks_it_too() -> None:
    answer = loads(problem(FieldProblems({"name": RequiredField()}), "zh-CN").body)
    assert answer["fields"]["name"]["code"] == "records.required"
    assert answer["fields"]["name"]["message"] == message(RequiredField(), "zh-CN")


def test_what_nobody_foresaw_tells_only_a_number(caplog: pytest.LogCaptureFixture) -> None:
    answer = problem(ValueError("secret of the house"))
    body = loads(answer.body)
    assert answer.status == 500
    assert "secret of the house" not in answer.body.decode()
    assert body["id"] in body["detail"]
    assert body["id"] in caplog.text


def test_a_database_that_went_away_says_when_to_come_back() -> None:
    answer = problem(asyncpg.AdminShutdownError("terminating connection"))
    assert answer.status == 503
    assert (b"retry-after", b"2") in answer.headers


def test_too_many_says_how_long_to_wait() -> None:
    assert (b"retry-after", b"7") in problem(TooManyRequests(seconds=7)).headers


def test_the_frameworks_errors_look_like_ours() -> None:
    answer = problem(MethodNotAllowedException(headers={"allow": "GET"}))
    assert loads(answer.body)["code"] == "http.method_not_allowed"
    assert (b"allow", b"GET") in answer.headers


def test_the_language_is_what_the_browser_likes_best() -> None:
    assert negotiate("zh-CN,zh;q=0.9,en;q=0.8") == "zh-CN"
    assert negotiate("de,en;q=0.5,zh;q=0.4") == "en"
    assert negotiate("de") == "en"
    assert negotiate("zh;q=broken, en") == "en"
    assert negotiate(None) == "en"
