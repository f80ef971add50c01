"""`ruxue families`: the synthetic families of the sandbox, to try the conversation with."""

from __future__ import annotations

from rich.table import Table

from sandbox.families import Family, TrueCategory, families

CATEGORY_WORDS = {
    TrueCategory.HOUSE_AND_HUKOU: "房户一致",
    TrueCategory.HOUSE_ONLY: "有房无户",
    TrueCategory.HUKOU_ONLY: "有户无房",
    TrueCategory.MIGRANT: "随迁人员子女",
}


def table(count: int) -> Table:
    """List the first `count` families: sign-in name, who signs in, the children, the true category."""
    drawn = Table("登录名", "登录人", "孩子", "真实类型", title=f"演示家庭（{count} 户，全部虚构）")
    for family in families(count):
        drawn.add_row(
            family.sign_in_name, family.signs_in.name, _children(family), CATEGORY_WORDS[family.true_category]
        )
    return drawn


def _children(family: Family) -> str:
    return "、".join(f"{child.name} {child.born:%Y-%m-%d}" for child in family.children)
