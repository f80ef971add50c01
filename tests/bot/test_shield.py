"""The engine never sees an ID number, a phone or a certificate number."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from bot.messages import Finding
from bot.shield import shield
from tests.bot.fakes import FakeVault
from tests.bot.identity_numbers import number, numbers, phones, written, wrong

TODAY = date(2027, 6, 10)


async def test_shield_puts_a_mark_and_a_finding_when_an_id_number_is_in_order() -> None:
    """The form learns the birth date, the vault the number, the engine neither."""
    vault = FakeVault()
    shielded = await shield(f"孩子{number()}，报名", "c1", vault=vault, today=TODAY)
    assert shielded.text == "孩子⟦citizen_id⟧，报名"
    assert shielded.findings == (Finding("citizen_id", "ref-1", None, "2020-10-15"),)
    assert vault.kept == {"ref-1": ("c1", "citizen_id", number())}


async def test_shield_names_the_problem_when_an_id_number_is_wrong() -> None:
    """The finding says what to tell the guardian, without a birth date."""
    shielded = await shield(wrong(number()), "c1", vault=FakeVault(), today=TODAY)
    assert shielded.findings == (Finding("citizen_id", "ref-1", "check_digit"),)


async def test_shield_keeps_each_when_several_things_are_personal() -> None:
    """Every one gets its own mark, in order."""
    text = f"我{number()}，孩子爸爸13812345678，房产证鲁(2019)济南市不动产权第0123456号"
    shielded = await shield(text, "c1", vault=FakeVault(), today=TODAY)
    assert shielded.text == "我⟦citizen_id⟧，孩子爸爸⟦phone⟧，房产证⟦certificate⟧"
    assert [finding.kind for finding in shielded.findings] == ["citizen_id", "phone", "certificate"]


async def test_shield_changes_nothing_when_nothing_is_personal() -> None:
    """An ordinary message goes through as it is."""
    text = "我家孩子2020年10月出生,户口和房子都在历下,想报明年的小学"
    shielded = await shield(text, "c1", vault=FakeVault(), today=TODAY)
    assert (shielded.text, shielded.findings) == (text, ())


@given(written(numbers), written(phones))
async def test_shield_leaves_no_digit_run_when_numbers_are_written_anyhow(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    """Whatever the spelling, no digit of them is left."""
    shielded = await shield(f"{one[0]}；{other[0]}", "c1", vault=FakeVault(), today=TODAY)
    assert shielded.text == "⟦citizen_id⟧；⟦phone⟧"
