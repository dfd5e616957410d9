"""The commands of an administrator, on a Kith that runs: they join it instead of disturbing it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.running import RunningKith, data_folder

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def kith() -> Iterator[RunningKith]:
    with data_folder() as data, RunningKith(data) as running:
        running.make_workspace()
        yield running


def test_a_backup_of_a_running_kith_comes_back_as_another_workspace(
    kith: RunningKith, tmp_path: Path
) -> None:
    browser = kith.signed_in()
    assert browser.create("account", {"name": "Kept"}).status_code == 201
    archive = tmp_path / "acme.kith"
    saved = kith.run("backup", "--to", str(archive))
    assert saved.returncode == 0, saved.stderr
    assert saved.stdout.strip() == str(archive)
    in_the_way = kith.run("restore", str(archive))
    assert in_the_way.returncode == 1
    assert "--as NAME" in in_the_way.stderr
    restored = kith.run("restore", str(archive), "--as", "copy")
    assert restored.returncode == 0, restored.stderr
    answer = browser.post(
        "/api/session",
        json={
            "email": "ada@acme.example",
            "password": "correct horse battery",
            "workspace": "copy",
        },
    )
    assert answer.status_code == 200, answer.text
    browser.headers["X-CSRF-Token"] = answer.json()["csrf"]
    names = [item["name"] for item in browser.post("/api/query/account", json={}).json()["items"]]
    assert names == ["Kept"]


def test_with_two_workspaces_a_command_asks_which(kith: RunningKith) -> None:
    kith.make_workspace("second")
    done = kith.run("backup")
    assert done.returncode == 1
    assert "--workspace NAME" in done.stderr


def test_an_upgrade_finds_nothing_to_do(kith: RunningKith) -> None:
    done = kith.run("upgrade", "--plan")
    assert done.stdout == "Everything is up to date.\n", done.stderr


def test_the_doctor_finds_it_well(kith: RunningKith) -> None:
    done = kith.run("doctor")
    wrong = [line for line in done.stdout.splitlines() if "WRONG" in line and "web app" not in line]
    assert wrong == []
    assert "kith serve" in done.stdout, "it says who runs"


def test_the_doctor_names_what_is_wrong_and_the_cure(kith: RunningKith) -> None:
    ill = RunningKith(
        kith.data,
        env={
            "KITH_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
            "KITH_REDIS_URL": "redis://127.0.0.1:1/0",
        },
    )
    done = ill.run("doctor")
    assert done.returncode == 1
    assert "WRONG  database" in done.stdout
    assert "Check KITH_DATABASE_URL" in done.stdout
    assert "WRONG  Redis" in done.stdout


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("KITH_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none", "Check KITH_DATABASE_URL"),
        ("KITH_DATA", "/dev/null/data", "another folder with KITH_DATA"),
    ],
)
@pytest.mark.parametrize("command", ["serve", "backup"])
def test_what_cannot_be_opened_is_told_not_thrown(
    kith: RunningKith, command: str, name: str, value: str, told: str
) -> None:
    done = RunningKith(kith.data, env={name: value}).run(command)
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_cannot_be_written_is_told_not_thrown(kith: RunningKith) -> None:
    done = kith.run("backup", "--workspace", "acme", "--to", "/dev/null/acme.kith")
    assert done.returncode == 1
    assert "/dev/null" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_setting_is_told_not_thrown(kith: RunningKith) -> None:
    done = RunningKith(kith.data, env={"KITH_PORT": "http"}).run("doctor")
    assert done.returncode == 1
    assert "KITH_PORT is 'http'" in done.stderr
    assert "Traceback" not in done.stderr
