"""Common surnames and given names to draw from."""

from random import Random

from sandbox.families.people.person import Sex

SURNAMES: dict[str, str] = {
    "王": "wang", "李": "li", "张": "zhang", "刘": "liu", "陈": "chen", "杨": "yang", "赵": "zhao",
    "孙": "sun", "周": "zhou", "吴": "wu", "徐": "xu", "马": "ma", "朱": "zhu", "胡": "hu",
    "高": "gao", "郭": "guo", "林": "lin", "何": "he", "宋": "song", "韩": "han", "董": "dong",
    "于": "yu", "孔": "kong", "孟": "meng", "曹": "cao", "魏": "wei", "薛": "xue", "欧阳": "ouyang",
}  # fmt: skip

_GROWN_MEN = "建国 志强 海涛 鹏 磊 伟 立军 明辉 文斌 晓东 振华 凯 超 国栋"
_GROWN_WOMEN = "敏 丽娜 晓燕 静 婷 雪梅 玉洁 海霞 倩 文静 秀芳 红 慧 佳"
_BOYS = "子轩 浩宇 一诺 梓睿 宇航 博文 沐阳 泽宇 嘉树 景行 昊然 辰"
_GIRLS = "子涵 欣怡 雨桐 梓萱 诗琪 若溪 语嫣 可馨 思源 芷晴 安然 悦"
_POOLS: dict[tuple[Sex, bool], list[str]] = {
    (Sex.MALE, False): _GROWN_MEN.split(),
    (Sex.FEMALE, False): _GROWN_WOMEN.split(),
    (Sex.MALE, True): _BOYS.split(),
    (Sex.FEMALE, True): _GIRLS.split(),
}


def draw_surname(rng: Random) -> str:
    """Draw a surname."""
    return rng.choice(tuple(SURNAMES))


def draw_given(sex: Sex, rng: Random, *, young: bool, taken: tuple[str, ...] = ()) -> str:
    """Draw a given name that suits the generation and is not one of `taken`."""
    return rng.choice([name for name in _POOLS[sex, young] if name not in taken])
