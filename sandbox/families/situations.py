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
    PART_OF_HOME = "part_of_home"
    PART_OF_HOME_HUKOU_ELSEWHERE = "part_of_home_hukou_elsewhere"
    SHOP_HUKOU_ELSEWHERE = "shop_hukou_elsewhere"
    HOME_AND_SHOP = "home_and_shop"
    HOME_APART_FROM_HUKOU = "home_apart_from_hukou"
    HOME_NEXT_COUNTY = "home_next_county"
    CONTRACT_DELIVERED = "contract_delivered"
    CONTRACT_NOT_DELIVERED = "contract_not_delivered"
    CONTRACT_NEXT_COUNTY = "contract_next_county"
    CONTRACT_HUKOU_ELSEWHERE = "contract_hukou_elsewhere"
    CONTRACT_NOT_DELIVERED_HUKOU_ELSEWHERE = "contract_not_delivered_hukou_elsewhere"
    GRANDPARENTS_ENTERED_LATE = "grandparents_entered_late"
    GRANDPARENTS_MOVED_TOGETHER = "grandparents_moved_together"
    GRANDPARENTS_AND_HOME_IN_CITY = "grandparents_and_home_in_city"
    GRANDPARENTS_HOME_OWN_BOOK = "grandparents_home_own_book"
    GRANDPARENTS_HOME_HUKOU_ELSEWHERE = "grandparents_home_hukou_elsewhere"
    GRANDPARENTS_RENTING = "grandparents_renting"
    PUBLIC_HOUSING = "public_housing"
    PUBLIC_HOUSING_NEXT_COUNTY = "public_housing_next_county"
    COLLECTIVE_HUKOU_ELSEWHERE = "collective_hukou_elsewhere"
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
    Situation.PART_OF_HOME: "户口在{county}，房子和老人按份共有",
    Situation.PART_OF_HOME_HUKOU_ELSEWHERE: "户口在外地或外区，{county}的房子和老人按份共有",
    Situation.SHOP_HUKOU_ELSEWHERE: "户口在外地或外区，{county}的房子是商业性质",
    Situation.HOME_AND_SHOP: "户口和房子都在{county}，另有一间商铺",
    Situation.HOME_APART_FROM_HUKOU: "户口和房子都在{county}，不在同一个地址",
    Situation.HOME_NEXT_COUNTY: "户口在{county}，房子在同市的外区",
    Situation.CONTRACT_DELIVERED: "户口在{county}，新房已经交付，还没有证",
    Situation.CONTRACT_NOT_DELIVERED: "户口在{county}，新房还没有交付",
    Situation.CONTRACT_NEXT_COUNTY: "户口在{county}，同市外区的新房已经交付，还没有证",
    Situation.CONTRACT_NOT_DELIVERED_HUKOU_ELSEWHERE: "户口在外地或外区，{county}的新房还没有交付",
    Situation.CONTRACT_HUKOU_ELSEWHERE: "户口在外地或外区，{county}的新房已经交付，还没有证",
    Situation.GRANDPARENTS_ENTERED_LATE: "户口后来才迁到{county}的老人家里，房子是老人的",
    Situation.GRANDPARENTS_MOVED_TOGETHER: "祖孙三代一起迁到{county}，房子是老人的",
    Situation.GRANDPARENTS_AND_HOME_IN_CITY: "户口随老人在{county}，父母在同市的外区另有房子",
    Situation.GRANDPARENTS_HOME_OWN_BOOK: "户口在{county}，自己一本户口簿，房子是老人的",
    Situation.GRANDPARENTS_HOME_HUKOU_ELSEWHERE: "户口随老人在外地或外区，老人在{county}有房子",
    Situation.GRANDPARENTS_RENTING: "户口随老人在{county}，老人和父母都没有房子",
    Situation.PUBLIC_HOUSING_NEXT_COUNTY: "户口在{county}，住同市外区的公租房",
    Situation.COLLECTIVE_HUKOU_ELSEWHERE: "外地或外区的集体户口，没有房子",
    Situation.PUBLIC_HOUSING: "户口在{county}，住公租房",
    Situation.RESETTLED: "户口在{county}，房子拆迁了，还没有回迁",
    Situation.PREFERENTIAL: "优待对象，户口在{county}，没有房子",
}

HUKOU_ELSEWHERE = frozenset(
    {
        Situation.HUKOU_ELSEWHERE,
        Situation.NEWCOMER,
        Situation.NEWCOMER_WITH_HOME,
        Situation.PART_OF_HOME_HUKOU_ELSEWHERE,
        Situation.SHOP_HUKOU_ELSEWHERE,
        Situation.CONTRACT_HUKOU_ELSEWHERE,
        Situation.CONTRACT_NOT_DELIVERED_HUKOU_ELSEWHERE,
        Situation.GRANDPARENTS_HOME_HUKOU_ELSEWHERE,
        Situation.COLLECTIVE_HUKOU_ELSEWHERE,
    }
)
IN_GRANDPARENTS_BOOK = frozenset(
    {
        Situation.GRANDPARENTS_HOME,
        Situation.GRANDPARENTS_ENTERED_LATE,
        Situation.GRANDPARENTS_MOVED_TOGETHER,
        Situation.GRANDPARENTS_AND_HOME_IN_CITY,
        Situation.GRANDPARENTS_HOME_HUKOU_ELSEWHERE,
        Situation.GRANDPARENTS_RENTING,
    }
)
COLLECTIVE = frozenset({Situation.COLLECTIVE_HUKOU, Situation.COLLECTIVE_HUKOU_ELSEWHERE})
