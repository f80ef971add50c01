"""The little language refuses what it does not know."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conversations.language import ConversationWrong, read

GOOD = """
- 标题: 打个招呼
  对话:
    - 家长: 你好
      助手说: [您好]
"""


def test_conversation_is_read_when_it_keeps_to_the_language(tmp_path: Path) -> None:
    """A title, lines, and what is expected of them."""
    path = tmp_path / "a.yml"
    path.write_text(GOOD, "utf-8")

    (conversation,) = read(path)

    assert (conversation.title, conversation.steps[0].says) == ("打个招呼", "你好")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (("助手说", "助手讲"), "unknown: 助手讲"),
        (("标题: 打个招呼", "题目: 打个招呼"), "unknown: 题目"),
        (("      助手说: [您好]\n", ""), "nothing|不检查"),
        (("家长: 你好", "不说: [x]"), "a step is one of"),
        (("家长: 你好", "登录: 一个孩子"), "nobody answers"),
        (("助手说: [您好]", "助手说: [您好]\n      不检查: true"), "不检查"),
        (("- 家长: 你好\n      助手说: [您好]", "- 你好"), "write “家长"),
    ],
)
def test_conversation_is_refused_when_it_does_not(tmp_path: Path, change: tuple[str, str], why: str) -> None:
    """A slip in a file is an error and no test that passes for nothing."""
    path = tmp_path / "a.yml"
    path.write_text(GOOD.replace(*change), "utf-8")

    with pytest.raises(ConversationWrong, match=why):
        read(path)
