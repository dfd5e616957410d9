"""The front end is served with the right caching, and nothing beside it can be reached."""

from pathlib import Path

import pytest

from kith.http.answer import Answer
from kith.http.assets import Wish, serve


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    page = "<html><script>let a</script><script src='/assets/x.js'></script></html>"
    (folder / "index.html").write_text(page)
    (folder / "assets" / "index-Ab12Cd34.js").write_text("js")
    (folder / "assets" / "index-Ab12Cd34.js.br").write_text("packed")
    (folder / "icon.svg").write_text("<svg/>")
    (tmp_path / "secret.txt").write_text("secret")
    return folder


def header(answer: Answer | None, name: str) -> str:
    assert answer is not None
    return dict(answer.headers)[name.encode()].decode()


async def test_hashed_files_may_be_kept_for_ever(dist: Path) -> None:
    found = await serve(dist, "assets/index-Ab12Cd34.js", Wish())
    assert "immutable" in header(found, "cache-control")
    assert header(found, "content-type").startswith("text/javascript")


async def test_other_files_are_asked_for_again(dist: Path) -> None:
    found = await serve(dist, "icon.svg", Wish())
    assert header(found, "cache-control") == "no-cache"
    again = await serve(dist, "icon.svg", Wish(if_none_match=header(found, "etag")))
    assert again is not None
    assert again.status == 304


async def test_a_packed_file_goes_to_those_who_can_read_it(dist: Path) -> None:
    packed = await serve(dist, "assets/index-Ab12Cd34.js", Wish("gzip, br"))
    plain = await serve(dist, "assets/index-Ab12Cd34.js", Wish("gzip"))
    assert packed is not None
    assert plain is not None
    assert (packed.body, header(packed, "content-encoding")) == (b"packed", "br")
    assert plain.body == b"js"


async def test_paths_of_the_app_get_its_page_with_a_strict_policy(dist: Path) -> None:
    found = await serve(dist, "o/deal/123", Wish())
    policy = header(found, "content-security-policy")
    assert found is not None
    assert b"<script>" in found.body
    assert "unsafe-inline" not in policy.partition("style-src")[0]
    assert "'sha256-" in policy
    assert "frame-ancestors 'none'" in policy
    assert header(found, "cache-control") == "no-cache"


@pytest.mark.parametrize("path", ["../secret.txt", "assets/../../secret.txt", "/etc/passwd"])
async def test_nothing_outside_the_folder_is_served(dist: Path, path: str) -> None:
    assert await serve(dist, path, Wish()) is None


async def test_a_file_that_is_gone_is_not_the_page(dist: Path) -> None:
    assert await serve(dist, "assets/index-Old99999.js", Wish()) is None


async def test_without_a_front_end_the_root_says_so() -> None:
    found = await serve(None, "", Wish())
    assert found is not None
    assert b"has not been built" in found.body
