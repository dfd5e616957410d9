"""Files come in checked, go out harmless, and only to those who may read a record that holds them."""

import pytest

from kith.http.sniff import is_shown, sniffed
from tests.support.house import House

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


@pytest.mark.parametrize(
    ("head", "name", "said", "found"),
    [
        (PNG, "a.png", "image/png", "image/png"),
        (PNG, "a.html", "text/html", "image/png"),
        (b"<svg xmlns=''>", "a.png", "image/png", "image/svg+xml"),
        (b"  <!DOCTYPE html><p>", "a.txt", "text/plain", "text/html"),
        (b"<script>alert(1)</script>", "a.jpg", "image/jpeg", "text/html"),
        (b"hello", "a.txt", "", "text/plain"),
        (b"a,b\n1,2", "a.csv", "", "text/csv"),
        (b"MZ\x00\x00", "a.pdf", "application/pdf", "application/octet-stream"),
        (b"%PDF-1.7", "x", "", "application/pdf"),
        (b"", "", "", "text/plain"),
    ],
)
def test_a_file_is_what_its_bytes_say(head: bytes, name: str, said: str, found: str) -> None:
    assert sniffed(head, name, said) == found


def test_nothing_lively_is_shown_in_place() -> None:
    for kind in ("image/svg+xml", "text/html", "application/xml", "text/javascript"):
        assert not is_shown(kind)


async def test_a_picture_is_kept_and_shown(house: House) -> None:
    sam = await house.sign_in("sam")
    made = await sam.post("/api/files", files={"file": ("Bild 图.png", PNG, "image/png")})
    assert made.status_code == 201, made.text
    assert made.json()["name"] == "Bild 图.png"
    got = await sam.get(f"/api/files/{made.json()['id']}")
    assert got.content == PNG
    assert got.headers["content-type"] == "image/png"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in got.headers["content-security-policy"]
    assert got.headers["content-disposition"].startswith("inline")


async def test_a_page_is_only_ever_saved(house: House) -> None:
    sam = await house.sign_in("sam")
    page = b"<html><script>alert(1)</script></html>"
    made = (await sam.post("/api/files", files={"file": ("x.png", page, "image/png")})).json()
    got = await sam.get(f"/api/files/{made['id']}")
    assert got.headers["content-disposition"].startswith("attachment")
    assert got.headers["content-type"] == "text/html"


async def test_a_name_cannot_leave_its_folder_or_break_a_header(house: House) -> None:
    sam = await house.sign_in("sam")
    name = '../../etc/pass\r\nwd"; x=.txt'
    made = (await sam.post("/api/files", files={"file": (name, b"x", "text/plain")})).json()
    assert "/" not in made["name"]
    got = await sam.get(f"/api/files/{made['id']}")
    assert "\n" not in got.headers["content-disposition"]


async def test_somebody_elses_file_is_not_there(house: House) -> None:
    sam, sue = await house.sign_in("sam"), await house.sign_in("sue")
    made = (await sam.post("/api/files", files={"file": ("a.txt", b"x", "text/plain")})).json()
    assert (await sue.get(f"/api/files/{made['id']}")).status_code == 404


async def test_who_reads_a_record_reads_its_files(house: House) -> None:
    ada, sam, sue = [await house.sign_in(name) for name in ("ada", "sam", "sue")]
    spec = {"label": "Plan", "kind": "file"}
    field = (await ada.post("/api/meta/objects/bid/fields", json=spec)).json()["name"]
    made = (await ada.post("/api/files", files={"file": ("a.txt", b"x", "text/plain")})).json()
    owner = str(house.company.people["sam"])
    body = {"name": "With plan", field: made["id"], "owner": owner}
    record = await ada.post("/api/records/bid", json=body)
    assert record.json()[field]["name"] == "a.txt", record.text
    assert (await sam.get(f"/api/files/{made['id']}")).status_code == 200
    assert (await sue.get(f"/api/files/{made['id']}")).status_code == 404


async def test_uploads_are_checked(house: House) -> None:
    sam = await house.sign_in("sam")
    assert (await sam.post("/api/files", json={})).status_code == 415
    empty = await sam.post("/api/files", data={"a": "b"}, files={})
    assert empty.status_code in (400, 415)
    broken = {"content-type": "multipart/form-data; boundary=x"}
    assert (await sam.post("/api/files", content=b"--x\r\nnope", headers=broken)).status_code == 400
    huge = {"content-type": "multipart/form-data; boundary=x", "content-length": "99999999999"}
    assert (await sam.post("/api/files", content=b"", headers=huge)).status_code == 413


async def _field(house: House, **spec: object) -> str:
    ada = await house.sign_in("ada")
    made = await ada.post("/api/meta/objects/firm/fields", json=spec)
    assert made.status_code == 201, made.text
    return str(made.json()["name"])


async def test_a_field_takes_what_it_is_set_to_take_whatever_the_name_says(house: House) -> None:
    field = await _field(house, label="Contract", kind="file", config={"accept": [".pdf"]})
    sam = await house.sign_in("sam")
    form = {"object": "firm", "field": field}
    fake = {"file": ("contract.pdf", PNG, "application/pdf")}
    early = await sam.post("/api/files", files=fake, data=form)
    assert early.status_code == 400, early.text
    assert early.json()["fields"][field]["code"] == "field.file_type"
    late = (await sam.post("/api/files", files=fake)).json()["id"]
    refused = await sam.post("/api/records/firm", json={"name": "F", field: late})
    assert refused.status_code == 400
    assert "image/png" in refused.json()["fields"][field]["message"]
    true = {"file": ("x.bin", b"%PDF-1.7 ...", "")}
    right = await sam.post("/api/files", files=true, data=form)
    assert right.status_code == 201, right.text
    values = {"name": "F", field: right.json()["id"]}
    made = await sam.post("/api/records/firm", json=values)
    assert made.json()[field]["type"] == "application/pdf"


async def test_a_field_takes_no_more_than_it_is_set_to_take(house: House) -> None:
    field = await _field(house, label="Small", kind="file", config={"max_mb": 1})
    sam = await house.sign_in("sam")
    large = (await sam.post("/api/files", files={"file": ("a.txt", b"x" * 1_000_001)})).json()["id"]
    small = (await sam.post("/api/files", files={"file": ("a.txt", b"x" * 1_000_000)})).json()["id"]
    firm = (await sam.post("/api/records/firm", json={"name": "F", field: small})).json()
    refused = await sam.patch(f"/api/records/firm/{firm['id']}", json={field: large})
    assert refused.json()["fields"][field]["code"] == "field.file_size"


async def test_an_image_field_takes_pictures_only(house: House) -> None:
    field = await _field(house, label="Logo", kind="image")
    sam = await house.sign_in("sam")
    drawing = {"file": ("logo.png", b"<svg onload='alert(1)'>", "image/png")}
    made = (await sam.post("/api/files", files=drawing)).json()["id"]
    refused = await sam.post("/api/records/firm", json={"name": "F", field: made})
    assert refused.json()["fields"][field]["code"] == "field.file_type"


async def test_nobody_reaches_a_file_by_attaching_it(house: House) -> None:
    field = await _field(house, label="Paper", kind="file")
    sam, sue = await house.sign_in("sam"), await house.sign_in("sue")
    mine = (await sam.post("/api/files", files={"file": ("a.txt", b"secret")})).json()["id"]
    taken = await sue.post("/api/records/firm", json={"name": "F", field: mine})
    assert taken.json()["fields"][field]["code"] == "field.not_file"
    assert (await sue.get(f"/api/files/{mine}")).status_code == 404
    given = await sam.post("/api/records/firm", json={"name": "F", field: mine})
    assert given.status_code == 201
    passed_on = await sue.post("/api/records/firm", json={"name": "G", field: mine})
    assert passed_on.status_code == 201, "firms are for everybody to read, so is the file now"


async def test_what_a_field_accepts_is_checked(house: House) -> None:
    ada = await house.sign_in("ada")
    spec = {"label": "Odd", "kind": "file", "config": {"accept": ["pictures, please"]}}
    answer = await ada.post("/api/meta/objects/firm/fields", json=spec)
    assert answer.json()["code"] == "design.wrong_setting"
