"""The words of a first plan: what an authority writes itself, with an example for each."""

from __future__ import annotations

from string import Template
from typing import Final

FIRST_PLAN: Final = Template(
    """\
# yaml-language-server: $$schema=../plan.schema.json
# $title $year 年义务教育招生方案。
# 全省、全市一样的内容在 $extends，这里只写自己的；同名的一条以这里为准，写 null 就是不要上面的那一条。
# 怎么改：只改冒号后面的内容。改完运行 ruxue plan check $code/$year，写错了会指出是哪一行、该怎么写。
# 写着“请填写”的地方都要改；学校、电话、学区是举例，换成真的。

extends: $extends
county: "$code"
county_name: $name
$head
areas: ["$area"]              # 孩子户口在这些代码的地方，就算“在本区县”
year: $year
version: $year-草稿-1            # 每次发布都要换一个新的版本
effective: {since: $year-04-01, until: $next_year-03-31}
demonstration: yes            # 正式发布以前改成 no；写着 yes 时每一页都会标明是演示
authority: $name教育局
zoning_clause: $name$year-5    # 按学区对应学校的那一条

# ── 日程：首尾两天都算。方案原则上提前两个月公布，开学前七天全部办完 ────────────
calendar:
  published_on: $year-04-01
  reference_date: $year-08-31   # 居住证、社保、租房满几个月，都算到这一天
  windows:
    primary:
      online: {opens: $year-06-01, closes: $year-06-20, clause: $name$year-6}
      onsite: {opens: $year-06-01, closes: $year-06-20, clause: $name$year-6}
    junior:
      online: {opens: $year-06-05, closes: $year-06-20, clause: $name$year-6}
      onsite: {opens: $year-06-05, closes: $year-06-20, clause: $name$year-6}
  review: {opens: $year-06-21, closes: $year-07-31, clause: $name$year-6}
  results_by: $year-08-10
  finished_by: $year-08-24
  term_starts: $year-09-01

ages:                         # 到截止日（含当天）满几周岁；初中没有年龄条件，不写 years
  primary: {years: 6, cutoff: $year-08-31, clause: $name$year-7}
  junior: {cutoff: $year-08-31, clause: $name$year-7}

# ── 条款：用自己的话写，source 写依据。数字和日子不要写死，写 {名字}，从方案里取 ────
clauses:
  $name$year-1:
    title: 房户一致
    text: 孩子户口在{county}，监护人在{county}有符合认定条件的住房。
    source: 请填写依据的文件
  $name$year-2:
    title: 有房无户
    text: 监护人在{county}有符合认定条件的住房，孩子户口不在{county}。
    source: 请填写依据的文件
  $name$year-3:
    title: 有户无房
    text: 孩子户口在{county}，监护人在{county}没有符合认定条件的住房。
    source: 请填写依据的文件
  $name$year-4:
    title: 随迁人员子女
    text: 孩子户口不在{county}，随监护人来{county}生活。
    source: 请填写依据的文件
  $name$year-5:
    title: 学区和住房认定
    text: 按门牌号和小区对应学校；住房登记为住宅、监护人份额合计不低于{home_share}的，认定为监护人的住房。
    source: 请填写依据的文件
  $name$year-6:
    title: 报名时间
    text: 小学{primary_opens}至{primary_closes}，初中{junior_opens}至{junior_closes}。
    source: 请填写依据的文件
  $name$year-7:
    title: 入学年龄
    text: "{cutoff}（含当天）满{age_years}周岁的孩子入读小学；升初中没有年龄条件。"
    source: 请填写依据的文件

# ── 数字和日子：只在这里写一次，规则里写 $$名字，文章里写 {名字} ───────────────────
thresholds:
  home_share: {title: 监护人的房屋份额合计不低于, percent: 50, clause: $name$year-5}

# ── 认定条件：报名类型里用 meets 引用 ─────────────────────────────────────
definitions:
  own_home:
    title: 监护人有符合认定条件的住房
    clause: $name$year-5
    rule:
      all:
        - {fact: home_in_county, is: yes}
        - {fact: home_use, is: 住宅}
        - {fact: home_share, at_least: $$home_share}

# ── 报名类型：从 priority 小的看起；school_by 写按哪个地址找对口学校，不写就统筹安排 ──
# all 每条都要符合；any 符合一条就行；not 不能符合。还要别的类型，照着往下加。
categories:
  house_and_hukou:
    title: 房户一致居民子女
    priority: 11
    clause: $name$year-1
    note: 按住房地址对应学校。
    school_by: home_address
    rule:
      all:
        - {fact: guardian_of_child, is: yes}
        - {fact: hukou_in_county, is: yes}
        - meets: own_home
  house_only:
    title: 有房无户居民子女
    priority: 12
    clause: $name$year-2
    note: 按住房地址对应学校；学位不够时统筹安排。
    school_by: home_address
    rule:
      all:
        - {fact: guardian_of_child, is: yes}
        - {fact: hukou_in_county, is: no}
        - meets: own_home
  hukou_only:
    title: 有户无房居民子女
    priority: 13
    clause: $name$year-3
    note: 按户口地址对应学校；学位不够时统筹安排。
    school_by: hukou_address
    rule:
      all:
        - {fact: guardian_of_child, is: yes}
        - {fact: hukou_in_county, is: yes}
        - not: {meets: own_home}
  migrant_children:
    title: 随迁人员子女
    priority: 14
    clause: $name$year-4
    note: 学校按学位情况统筹安排。
    rule:
      all:
        - {fact: guardian_of_child, is: yes}
        - {fact: hukou_in_county, is: no}
        - not: {meets: own_home}

# ── 学校和学区：道路写成“路名 起号-止号”，只要单号或双号就写在后面 ──────────
schools:
  p01:
    name: $name示例小学
    stage: primary
    address: 请填写学校地址
    phone: "12345"
    seats: 180
    zone:
      communities: [示例小区]
      roads: [示例路 1-99 单号]
  j01:
    name: $name示例初级中学
    stage: junior
    address: 请填写学校地址
    phone: "12345"
    seats: 300
    zone:
      communities: [示例小区]
      roads: [示例路 1-99 单号]

onsite_points:
  government_hall:
    name: $name政务服务中心教育窗口
    address: 请填写报名点地址
    phone: "12345"
    hours: 请填写办公时间

contacts:
  county:
    level: county
    name: $name招生咨询
    phone: "12345"
    hours: 请填写办公时间
    email: zhaosheng@county.example
$contacts
# ── 报名指南：每一类写一篇 category_类型名；别的常见问题省里写好了，要改的才写 ─────────
articles:
  category_house_and_hukou:
    title: 户口和房子都在这里
    text: 孩子户口在{county}，监护人在{county}有住房、份额合计不低于{home_share}的，按这一类报名。
    clauses: [$name$year-1, $name$year-5]
  category_house_only:
    title: 有房没有户口
    text: 监护人在{county}有住房、孩子户口不在{county}的，按这一类报名，不用先迁户口。
    clauses: [$name$year-2, $name$year-5]
  category_hukou_only:
    title: 有户口没有房子
    text: 孩子户口在{county}、监护人在{county}没有住房的，按这一类报名。
    clauses: [$name$year-3]
  category_migrant_children:
    title: 随迁子女
    text: 孩子户口不在{county}、监护人在{county}也没有住房的，按这一类报名。
    clauses: [$name$year-4]
"""
)

NEXT_YEAR: Final = Template(
    """\
# yaml-language-server: $$schema=../plan.schema.json
# $title $year 年义务教育招生方案：照着 $extends 接着写，只写变了的。
# 日子都先顺延了一年，请逐个核对。改完运行 ruxue plan check $code/$year；
# 想看和上一份有什么不同，运行 ruxue plan diff $extends $code/$year。

extends: $extends
year: $year
version: $year-草稿-1            # 每次发布都要换一个新的版本
"""
)
