"""`ruxue decide`: a readable decision for every family, and an exit code that a script can use."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.main import app
from tests.fakes.plans import PLANS_FOLDER

PLAN = str(PLANS_FOLDER / "370102" / "2027.yml")
FAMILY = """方案: 370102/2027
今天: 2027-06-10
家庭:
  房子在历下，户口在聊城:
    家长说: {户口: 不在本地, 房子: 自己的房子}
    户口簿: {在: 东昌府区, 地址: 东昌路1号, 成员: {妈妈: 户主, 孩子: 女}}
    房子: [{在: 历下区, 地址: 泉城路100号, 产权人: {妈妈: 100}}]
"""
runner = CliRunner()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with one family, nothing expected of it."""
    path = tmp_path / "families.yml"
    path.write_text(FAMILY, encoding="utf-8")
    return path


def test_decision_is_printed_in_words_when_a_family_is_decided(file: Path) -> None:
    """Category with clause, reasons, papers, school, what could still be done."""
    result = runner.invoke(app, ["decide", PLAN, str(file)])
    assert result.exit_code == 0
    for words in (
        "■ 房子在历下，户口在聊城（报小学）",
        "类型  有房无户居民子女（历下2027-3.2）",
        "监护人的房屋份额合计：100%（要求不低于50%），自然资源部门·不动产登记信息",
        "材料  一份也不用",
        "学校  历下区演示明湖小学",
        "还可  在2027年6月25日（含当天）前",
        "共1户，没有写应当的结果。",
    ):
        assert words in result.output


@pytest.mark.parametrize(("expected", "code"), [("有房无户居民子女", 0), ("有户无房居民子女", 1)])
def test_exit_code_says_whether_all_is_as_expected(file: Path, expected: str, code: int) -> None:
    """The difference is marked."""
    file.write_text(f"{FAMILY}    应当: {{类型: {expected}}}\n", encoding="utf-8")
    result = runner.invoke(app, ["decide", PLAN, str(file)])
    assert result.exit_code == code
    assert ("✗ 类型" in result.output) is bool(code)


def test_exit_code_is_two_when_a_file_cannot_be_read(file: Path, tmp_path: Path) -> None:
    """One line, and no traceback."""
    file.write_text(FAMILY.replace("历下区, 地址", "历下, 地址"), encoding="utf-8")
    for wrong in (file, tmp_path / "missing.yml"):
        result = runner.invoke(app, ["decide", PLAN, str(wrong)])
        assert result.exit_code == 2
        assert len(result.output.strip().splitlines()) == 1


def test_every_open_fact_is_named_when_a_family_cannot_be_decided(file: Path) -> None:
    """Undecided is an answer."""
    file.write_text("方案: 370102/2027\n家庭:\n  什么都没说: {不同意查: [户口]}\n", encoding="utf-8")
    result = runner.invoke(app, ["decide", PLAN, str(file)])
    assert "还定不了，要先弄清：" in result.output
    assert "孩子户口在历下区" in result.output
