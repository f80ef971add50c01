"""Lists of questions in the kinds of file offices keep them in."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enrolment.services.guidance.import_articles import Entry
from integrations.guides.columns import Columns
from integrations.guides.errors import ListUnreadable
from integrations.guides.read import read_list

USUAL = Columns()


def written(folder: Path, name: str, content: str | bytes) -> Path:
    """A file with this content."""
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_rows_are_read_when_a_table_is_csv(tmp_path: Path, encoding: str) -> None:
    """In the encodings spreadsheets write here; a row keeps its line, one without an answer is left out."""
    table = '序号,问题,答复\n1,要带照片吗,"要，两张。\n一寸的。"\n2,有校车吗,\n3,管饭吗,自愿。\n'
    file = written(tmp_path, "list.csv", table.encode(encoding))
    assert read_list(file, USUAL) == (
        Entry(3, "要带照片吗", "要，两张。\n一寸的。"),
        Entry(5, "管饭吗", "自愿。"),
    )


def test_columns_are_those_named_when_they_have_unusual_names(tmp_path: Path) -> None:
    """And the message names those there are when one is not."""
    file = written(tmp_path, "list.csv", "家长问,我们答,归类\n管饭吗,自愿。,other_in_scope\n")
    columns = Columns("家长问", "我们答", "归类")
    assert read_list(file, columns) == (Entry(2, "管饭吗", "自愿。", "other_in_scope"),)
    with pytest.raises(ListUnreadable, match="家长问、我们答、归类; name it with --question"):
        read_list(file, USUAL)


def test_headings_ask_when_a_list_is_markdown(tmp_path: Path) -> None:
    """Headings, bold lines and lines that begin with 问; numbers in front are left out; tables too."""
    text = """# 常见问题

## 1. 要带照片吗

要，两张。

**二、有校车吗**

没有。

问：管饭吗
答：自愿。

| 问题 | 答案 |
|---|---|
| 几点放学 | 下午。 |
"""
    assert {
        (each.question, each.answer) for each in read_list(written(tmp_path, "list.md", text), USUAL)
    } >= {
        ("要带照片吗", "要，两张。"),
        ("有校车吗", "没有。"),
        ("几点放学", "下午。"),
    }


def word(tmp_path: Path) -> Path:
    """A document with a heading, lines of 问 and 答, and a table."""
    document = Document()
    document.add_heading("常见问题", 0)
    document.add_heading("一、要带照片吗", 1)
    document.add_paragraph("要，两张。")
    document.add_paragraph("问：有校车吗")
    document.add_paragraph("答：没有。")
    table = document.add_table(2, 2)
    for at, text in enumerate(("问题", "答案", "几点放学", "下午。")):
        table.cell(at // 2, at % 2).text = text
    file = tmp_path / "list.docx"
    document.save(str(file))
    return file


def test_questions_are_read_when_a_list_is_word(tmp_path: Path) -> None:
    """Tables, headings, and lines of 问 and 答."""
    assert {(each.question, each.answer) for each in read_list(word(tmp_path), USUAL)} == {
        ("几点放学", "下午。"),
        ("要带照片吗", "要，两张。"),
        ("有校车吗", "没有。"),
    }


def bomb() -> bytes:
    """A document that unfolds without end."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", bytes(101 * 1024 * 1024))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("list.pdf", "", "write a list as .csv, .md, .docx"),
        ("list.csv", "", "no column"),
        ("list.csv", "问题,答案\n", "no question"),
        ("list.csv", b"\xff\xff\xff", "neither UTF-8 nor GB 18030"),
        ("list.md", b"\xff", "not UTF-8"),
        ("list.md", "只有一段话", "no question"),
        ("list.docx", "no zip", "no Word document"),
    ],
)
def test_reason_is_said_when_a_list_cannot_be_read(
    tmp_path: Path, name: str, content: str | bytes, said: str
) -> None:
    """With the file's name and what to write instead."""
    with pytest.raises(ListUnreadable, match=said) as refused:
        read_list(written(tmp_path, name, content), USUAL)
    assert str(refused.value).startswith(name)


def test_document_is_refused_when_it_unfolds_without_end(tmp_path: Path) -> None:
    """Before it is unfolded."""
    with pytest.raises(ListUnreadable, match="unfolds"):
        read_list(written(tmp_path, "list.docx", bomb()), USUAL)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400), st.sampled_from(["csv", "md", "docx"]))
def test_any_file_is_a_list_or_refused_by_name(tmp_path: Path, content: bytes, ending: str) -> None:
    """No other error, whatever the bytes."""
    file = written(tmp_path, f"any.{ending}", content)
    try:
        entries = read_list(file, USUAL)
    except ListUnreadable:
        return
    assert all(entry.question and entry.answer for entry in entries)
