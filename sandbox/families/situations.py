"""How a family lives: the situations a county's children come from, in words."""

from enum import StrEnum


class Situation(StrEnum):
    """How a family lives, finer than its category."""

    OWN_HOME = "own_home"
    SHARED_HOME = "shared_home"
    HOME_WITH_GRANDPARENT = "home_with_grandparent"
    HUKOU_ELSEWHERE = "hukou_elsewhere"
    HUKOU_NO_HOME = "hukou_no_home"
    COLLECTIVE_HUKOU = "collective_hukou"
    GRANDPARENTS_HOME = "grandparents_home"
    COMMERCIAL_HOME = "commercial_home"
    NEWCOMER = "newcomer"
    NEWCOMER_WITH_HOME = "newcomer_with_home"
    HALF_WITH_GRANDPARENT = "half_with_grandparent"
    SMALL_SHARE = "small_share"
    HOME_AND_SHOP = "home_and_shop"
    HOME_APART_FROM_HUKOU = "home_apart_from_hukou"
    HOME_NEXT_COUNTY = "home_next_county"
    CONTRACT_DELIVERED = "contract_delivered"
    CONTRACT_NOT_DELIVERED = "contract_not_delivered"
    CONTRACT_HUKOU_ELSEWHERE = "contract_hukou_elsewhere"
    GRANDPARENTS_ENTERED_LATE = "grandparents_entered_late"
    GRANDPARENTS_MOVED_TOGETHER = "grandparents_moved_together"
    GRANDPARENTS_AND_HOME_IN_CITY = "grandparents_and_home_in_city"
    PUBLIC_HOUSING = "public_housing"
    RESETTLED = "resettled"
    PREFERENTIAL = "preferential"


WORDS_OF: dict[Situation, str] = {
    Situation.OWN_HOME: "户口和房子都在{county}",
    Situation.SHARED_HOME: "户口和房子都在{county}，父母各占一半产权",
    Situation.HOME_WITH_GRANDPARENT: "户口和房子都在{county}，与老人共有产权",
    Situation.HUKOU_ELSEWHERE: "房子在{county}，户口在外地或外区",
    Situation.HUKOU_NO_HOME: "户口在{county}，没有房子",
    Situation.COLLECTIVE_HUKOU: "{county}集体户口，没有房子",
    Situation.GRANDPARENTS_HOME: "户口随老人在{county}，房子是老人的",
    Situation.COMMERCIAL_HOME: "户口在{county}，房子是商业性质",
    Situation.NEWCOMER: "户口和房子都不在{county}",
    Situation.NEWCOMER_WITH_HOME: "户口和房子都在外地或外区",
    Situation.HALF_WITH_GRANDPARENT: "户口和房子都在{county}，与老人各占一半产权",
    Situation.SMALL_SHARE: "户口在{county}，只有小部分产权，大部分是老人的",
    Situation.HOME_AND_SHOP: "户口和房子都在{county}，另有一间商铺",
    Situation.HOME_APART_FROM_HUKOU: "户口和房子都在{county}，不在同一个地址",
    Situation.HOME_NEXT_COUNTY: "户口在{county}，房子在同市的外区",
    Situation.CONTRACT_DELIVERED: "户口在{county}，新房已经交付，还没有证",
    Situation.CONTRACT_NOT_DELIVERED: "户口在{county}，新房还没有交付",
    Situation.CONTRACT_HUKOU_ELSEWHERE: "户口在外地或外区，{county}的新房已经交付，还没有证",
    Situation.GRANDPARENTS_ENTERED_LATE: "户口后来才迁到{county}的老人家里，房子是老人的",
    Situation.GRANDPARENTS_MOVED_TOGETHER: "祖孙三代一起迁到{county}，房子是老人的",
    Situation.GRANDPARENTS_AND_HOME_IN_CITY: "户口随老人在{county}，父母在同市的外区另有房子",
    Situation.PUBLIC_HOUSING: "户口在{county}，住公租房",
    Situation.RESETTLED: "户口在{county}，房子拆迁了，还没有回迁",
    Situation.PREFERENTIAL: "优待对象，户口在{county}，没有房子",
}
