"""李沧区 of 青岛: where its synthetic families live and come from."""

from sandbox.families.places.region import Places, Region, Road

LICANG = Places(
    "李沧区",
    Region("370213", "山东省青岛市李沧区", "鲁", "青岛市李沧区", code_since=1994, former_code="370206"),
    roads=(
        Road("京口路", 1, 160),
        Road("书院路", 1, 180),
        Road("峰山路", 1, 150),
        Road("九水东路", 1, 600),
        Road("金水路", 1, 900),
        Road("重庆中路", 600, 1000),
        Road("四流中路", 1, 250),
        Road("振华路", 1, 180),
        Road("永平路", 1, 120),
        Road("夏庄路", 1, 200),
        Road("青山路", 1, 500),
        Road("向阳路", 1, 100),
    ),
    communities=("百通花园", "虎山花苑", "升平花园", "翠湖小区"),
    elsewhere=(
        Region("370203", "山东省青岛市市北区", "鲁", "青岛市市北区", ("敦化路", "延吉路", "威海路")),
        Region("370212", "山东省青岛市崂山区", "鲁", "青岛市崂山区", ("海尔路", "辽阳东路"), 1988, "370221"),
        Region("320302", "江苏省徐州市鼓楼区", "苏", "徐州市", ("中山北路", "黄河北路")),
        Region("230102", "黑龙江省哈尔滨市道里区", "黑", "哈尔滨市", ("友谊路", "新阳路", "哈药路")),
    ),
)
