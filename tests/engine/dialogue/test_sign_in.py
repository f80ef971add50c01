"""From the sign-in to the child, where a question may come before it is seen."""

from __future__ import annotations

import pytest
from guardian import Guardian
from reach import (
    FIRST,
)


@pytest.mark.parametrize("word", ["好了", "登录好了", "我登录好了", "登录成功了", "好的", "弄好了"])
def test_child_is_asked_again_when_the_guardian_only_says_to_be_signed_in(
    guardian: Guardian, word: str
) -> None:
    """The question came by itself after the sign-in, and may not have been seen."""
    guardian.says(FIRST)
    guardian.signs_in()
    guardian.says("/signed_in")

    said = guardian.says(word)

    assert "请点一下孩子的名字" in said
    assert guardian.card is None
    assert guardian.choices[0].startswith("⟦child:")


@pytest.mark.parametrize("word", ["是", "是的", "对", "第一个", "就是"])
def test_child_is_picked_when_the_guardian_clearly_means_it(guardian: Guardian, word: str) -> None:
    """A clear word is enough, right after the sign-in too."""
    guardian.says(FIRST)
    guardian.signs_in()
    guardian.says("/signed_in")

    guardian.says(word)

    assert guardian.card == "consent"


def test_sign_in_says_how_to_come_back_when_on_wechat(guardian: Guardian) -> None:
    """Nothing comes back by itself there; on the web page it does."""
    guardian.channel = "wechat"
    assert "回复“好了”" in guardian.says(FIRST)
    assert "回复“好了”" in guardian.says("咨询电话多少").splitlines()[-1]
    assert "自动" not in guardian.says("为什么要登录")
    guardian.says("重新开始")
    guardian.channel = "web"
    assert "自动回来" in guardian.says(FIRST)
