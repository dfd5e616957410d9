"""Tasks, meetings and notes follow the rules that people expect."""

import datetime as dt

import pytest

from kith.kernel.api import Change
from kith.lib.ids import new_id
from kith.modules.activities.errors import EndsBeforeStart
from kith.modules.activities.listeners import matters
from kith.modules.activities.rules import (
    check_times,
    event_step,
    nearest,
    task_step,
    title_of,
    with_done,
    with_title,
)

NOW = dt.datetime(2026, 5, 4, 9, 30, tzinfo=dt.UTC)


def test_a_meeting_cannot_end_before_it_starts() -> None:
    check_times({"starts_at": "2026-05-04T09:00:00+00:00", "ends_at": "2026-05-04T11:00:00+02:00"})
    with pytest.raises(EndsBeforeStart):
        check_times(
            {"starts_at": "2026-05-04T09:00:00+00:00", "ends_at": "2026-05-04T10:00:00+02:00"}
        )


def test_ticking_off_dates_a_task_and_unticking_forgets_it() -> None:
    assert with_done({"done": False}, {"done": True}, NOW)["done_at"] == NOW.isoformat()
    assert with_done({"done": True}, {"done": False}, NOW)["done_at"] is None
    assert "done_at" not in with_done({"done": True}, {"done": True}, NOW)
    assert "done_at" not in with_done(None, {"done": False}, NOW)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("<p>Short &amp; sweet</p>", "Short & sweet"),
        ("<p></p>", None),
        (None, None),
        ("<p>" + "word " * 40 + "</p>", "word " * 15 + "word…"),
        ("<p>" + "长" * 100 + "</p>", "长" * 80 + "…"),
    ],
)
def test_a_title_is_the_first_words(body: str | None, title: str | None) -> None:
    assert title_of(body) == title


def test_a_title_that_somebody_wrote_stays() -> None:
    assert with_title(None, {"body": "<p>Text</p>"})["subject"] == "Text"
    assert with_title(None, {"body": "<p>Text</p>", "subject": "Mine"})["subject"] == "Mine"
    assert "subject" not in with_title(
        {"body": "<p>Old</p>", "subject": "Mine"}, {"body": "<p>New</p>"}
    )
    assert (
        with_title({"body": "<p>Old</p>", "subject": "Old"}, {"body": "<p>New</p>"})["subject"]
        == "New"
    )


def test_the_nearest_step_comes_first_and_a_late_one_before_all() -> None:
    late = task_step("Late", "2026-05-01", "Asia/Shanghai")
    soon = event_step("Soon", "2026-05-04T12:00:00+00:00")
    assert nearest([soon, late]) == late
    assert nearest([]) is None


def test_a_task_is_due_at_the_end_of_the_working_day_there() -> None:
    assert task_step("Call", "2026-05-04", "Asia/Shanghai").at == dt.datetime(
        2026, 5, 4, 10, tzinfo=dt.UTC
    )


@pytest.mark.parametrize(
    ("action", "after", "follows"),
    [
        ("create", {"subject": "Call", "done": True}, False),
        ("create", {"subject": "Call"}, True),
        ("create", {"subject": "Meet", "starts_at": "2026-05-04T09:00:00+00:00"}, False),
        ("create", {"subject": "Meet", "starts_at": "2026-05-05T09:00:00+00:00"}, True),
        ("update", {"priority": "high"}, False),
        ("update", {"due": "2026-05-05"}, True),
        ("delete", {}, True),
    ],
)
def test_only_what_can_change_a_next_step_is_looked_at(
    action: str,
    after: dict[str, object],
    follows: bool,  # noqa: FBT001
) -> None:
    change = Change(1, NOW, None, "task", new_id(), action, 1, {}, after)
    assert matters(change) is follows
