"""Files are read whatever wrote them; one broken row never costs the others."""

import io
import zipfile

import pytest
import xlsxwriter

from kith.modules.exchange.adapters.opened import detect, open_table
from kith.modules.exchange.adapters.rows import titles
from kith.modules.exchange.errors import FileEmpty, FileSuspicious, FileUnreadable, QuoteOpen

CHINESE = "名称;电话\n华星科技;13800138000\n远景能源;13900139000\n"


@pytest.fixture
def table(tmp_path):
    """Open bytes as a file."""

    def opened(content: bytes):
        path = tmp_path / "file"
        path.write_bytes(content)
        form = detect(path)
        return form, open_table(path, form)

    return opened


def book(rows, path):
    workbook = xlsxwriter.Workbook(path)
    sheet = workbook.add_worksheet("客户")
    for i, row in enumerate(rows):
        sheet.write_row(i, 0, row)
    workbook.add_worksheet("other")
    workbook.close()


@pytest.mark.parametrize(
    ("codec", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_chinese_is_read_in_every_encoding_that_spreadsheets_write(table, codec, found):
    text = CHINESE + "Plain Latin Company;+4930123456\n" * 20
    form, opened = table(text.encode(codec))
    assert (form.encoding, form.delimiter) == (found, ";")
    assert opened.header == ("名称", "电话")
    assert next(iter(opened.rows())).cells == ("华星科技", "13800138000")


def test_western_accents_in_an_old_encoding_survive(table):
    _, opened = table("name,city\nMüller,Köln\nÉmile,Orléans\nJosé,Málaga\n".encode("cp1252"))
    assert [row.cells[0] for row in opened.rows()] == ["Müller", "Émile", "José"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_although_cells_hold_commas(table, delimiter):
    lines = [delimiter.join(["name", "note", "n"])] + [
        delimiter.join([f"a{i}", '"one, two; three"', "1"]) for i in range(5)
    ]
    form, opened = table("\n".join(lines).encode())
    assert form.delimiter == delimiter
    assert all(len(row.cells) == 3 for row in opened.rows())


def test_a_quotation_mark_that_never_closes_costs_one_row(table):
    _, opened = table(
        b'a,b\n1,"two\nlines"\n2,5" pipe\n3,"open\n4,fine\n5,7" x\n6,"he said ""hi"", ok"\n'
    )
    rows = list(opened.rows())
    assert [r.cells[0] for r in rows if r.problem is None] == ["1", "2", "4", "5", "6"]
    (bad,) = [r for r in rows if r.problem]
    assert isinstance(bad.problem, QuoteOpen)
    assert bad.cells == ('3,"open',)


def test_reading_goes_on_after_any_row(table):
    _, opened = table(b"n\n" + b"".join(b"%d\n" % i for i in range(2, 50)))
    assert [row.number for row in opened.rows(after=45)] == [46, 47, 48, 49]


def test_a_workbook_is_read_with_numbers_and_chinese(tmp_path):
    path = tmp_path / "b.xlsx"
    book([["名称", "金额"], ["华星", 12.5], [], ["远景", 3]], path)
    form = detect(path)
    opened = open_table(path, form)
    assert form.sheets == ("客户", "other")
    assert opened.header == ("名称", "金额")
    assert [row.cells for row in opened.rows()] == [("华星", 12.5), ("远景", 3.0)]


def test_a_zip_bomb_is_refused_before_it_is_opened(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (64 * 1024 * 1024))
    with pytest.raises(FileSuspicious):
        detect(path)


def test_what_is_no_table_is_refused_with_a_cure(tmp_path, table):
    empty = tmp_path / "empty"
    empty.write_bytes(b"")
    with pytest.raises(FileEmpty):
        detect(empty)
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("hello.txt", "no workbook")
    with pytest.raises(FileUnreadable, match="once more"):
        table(broken.getvalue())
    with pytest.raises(FileEmpty):
        table(b"\n\n\n")


def test_columns_that_are_called_alike_or_not_at_all_can_be_told_apart():
    assert titles(("Name", "Name ", None, "", "City")) == ("Name", "Name (2)", "#3", "#4", "City")
