"""`ruxue families`: the synthetic families of the sandbox, to try the conversation with."""

from __future__ import annotations

from rich.table import Table

from sandbox.families import COUNTIES, DEFAULT_COUNTY, Family, TrueCategory, families

CATEGORY_WORDS = {
    TrueCategory.PREFERENTIAL: "优待对象子女",
    TrueCategory.HOUSE_AND_HUKOU: "房户一致",
    TrueCategory.RESETTLEMENT: "拆迁安置",
    TrueCategory.GRANDPARENTS_HOME: "随老人落户",
    TrueCategory.HOUSE_ONLY: "有房无户",
    TrueCategory.PUBLIC_HOUSING: "公租房",
    TrueCategory.COLLECTIVE_HUKOU: "集体户口",
    TrueCategory.HUKOU_ONLY: "有户无房",
    TrueCategory.MIGRANT: "随迁人员子女",
    TrueCategory.OTHER: "其他来本地生活的孩子",
}


def table(count: int, county: str = DEFAULT_COUNTY) -> Table:
    """List a county's first `count` families: sign-in name, who signs in, the children, the true category."""
    others = "  ".join(
        f"{each.places.name}：ruxue families --county {each.code}"
        for each in COUNTIES.values()
        if each.code != county
    )
    drawn = Table(
        "登录名",
        "登录人",
        "孩子",
        "真实类型",
        title=f"{COUNTIES[county].places.name}的演示家庭（{count} 户，全部虚构）",
        caption=others,
    )
    for family in families(count, county=county):
        drawn.add_row(
            family.sign_in_name, family.signs_in.name, _children(family), CATEGORY_WORDS[family.true_category]
        )
    return drawn


def _children(family: Family) -> str:
    return "、".join(f"{child.name} {child.born:%Y-%m-%d}" for child in family.children)
