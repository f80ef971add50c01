"""A small plan in which nothing is to be mended, as a document that a test can spoil."""

from __future__ import annotations

from typing import Any, Final

from enrolment.model.plan import Plan
from storage.plan_files.load import plan_from_document
from storage.plan_files.reading.document import parse

Document = dict[str, Any]

_TEXT: Final = """
county: "379902"
county_name: 小新区
city_name: 小新市
province_name: 山东省
areas: ["379902"]
year: 2027
version: 2027-1
effective: {since: 2027-04-01, until: 2028-03-31}
demonstration: yes
authority: 小新区教育局
consent_text_version: 2027-1
zoning_clause: 小新2027-1
calendar:
  published_on: 2027-04-01
  reference_date: 2027-08-31
  windows:
    primary:
      online: {opens: 2027-06-01, closes: 2027-06-25, clause: 小新2027-1}
      by_category:
        migrants:
          online: {opens: 2027-06-10, closes: 2027-06-25, clause: 小新2027-1}
  review: {opens: 2027-06-26, closes: 2027-08-05, clause: 小新2027-1}
  results_by: 2027-08-10
  finished_by: 2027-08-25
  term_starts: 2027-09-01
ages:
  primary: {years: 6, cutoff: 2027-08-31, clause: 小新2027-1}
clauses:
  小新2027-1:
    title: 招生
    text: 满六周岁的孩子，{primary_opens}起报名；居住证满6个月。
    source: 省里的规则
thresholds:
  permit_months: {title: 居住证满, months: 6, clause: 小新2027-1}
  free_years: {title: 学位占用满, years: 6, clause: 小新2027-1}
  enough: {title: 积分满, points: 10, clause: 小新2027-1}
data_items:
  household_members:
    title: 户口
    department: public_security
    department_title: 公安
    purpose: 核对
    valid_days: 9
documents:
  household_book: {title: 户口簿, trouble: 1}
  permit: {title: 居住证, trouble: 1}
facts:
  birth_date: {kind: date, title: 出生日期, data_items: [household_members]}
  hukou_in_county:
    kind: yes_no
    title: 户口在本区
    data_items: [household_members]
    documents: [household_book]
  hukou_address: {kind: text, title: 户口地址, data_items: [household_members]}
  home_seat_used_on: {kind: date, title: 学位占用日期, documents: [household_book]}
  permit_since: {kind: date, title: 居住证日期, documents: [permit]}
definitions:
  seat_free:
    title: 学位空着
    clause: 小新2027-1
    rule: {fact: home_seat_used_on, months_at_least: $free_years}
points:
  years_here:
    title: 居住积分
    clause: 小新2027-1
    items:
      - {title: 居住证每满一个月, fact: permit_since, each: 1, points: 1, up_to: 24}
      - {title: 学位空着, when: {meets: seat_free}, points: 6}
categories:
  locals:
    title: 本区孩子
    priority: 1
    clause: 小新2027-1
    note: 报名到{primary_closes}为止，请带{documents_hukou_in_county}。
    school_by: hukou_address
    rule: {fact: hukou_in_county, is: yes}
  migrants:
    title: 外来孩子
    priority: 2
    clause: 小新2027-1
    note: 满{permit_months}就可以。
    rule:
      all:
        - {fact: hukou_in_county, is: no}
        - {fact: permit_since, months_at_least: $permit_months}
        - {points: years_here, at_least: $enough}
  others:
    title: 其他孩子
    priority: 3
    clause: 小新2027-1
    note: 由区里统筹。
    rule:
      all:
        - {fact: hukou_in_county, is: no}
        - any:
            - not: {fact: permit_since, months_at_least: $permit_months}
            - {points: years_here, less_than: $enough}
seat_locks:
  primary: {years: 6, siblings_exempt: yes, clause: 小新2027-1}
placement:
  clause: 小新2027-1
  siblings_together: no
  twins_together: no
  order: [{by: category, title: 先看类型, clause: 小新2027-1}]
schools:
  east:
    name: 东小学
    stage: primary
    address: 东路
    phone: 0531-8000 0001
    reviews: yes
    zone: {roads: [东路 1-100]}
  west:
    name: 西小学
    stage: primary
    address: 西路
    zone: {roads: [东路 101-200]}
onsite_points:
  hall: {name: 大厅, address: 东路, phone: 0531-8000 0002, hours: 工作日}
contacts:
  county: {level: county, name: 区里, phone: 0531-8000 0003, hours: 工作日, email: a@county.example}
  city: {level: city, name: 市里, phone: 0531-8000 0004, hours: 工作日, email: a@city.example}
  province: {level: province, name: 省里, phone: 0531-8000 0005, hours: 工作日, email: a@province.example}
articles:
  category_locals:
    title: 本区孩子
    topic: category_house_and_hukou
    text: 请在{primary_closes}前报名。
    clauses: [小新2027-1]
  elsewhere:
    title: 其他情况
    topic: other_in_scope
    text: 可以按{category_migrants}或者{category_others}报名。
    clauses: [小新2027-1]
    variants:
      - {when: {fact: hukou_in_county, is: yes}, text: 不用看这里。, clauses: [小新2027-1]}
"""


def small_document() -> Document:
    """The document, fresh for each test."""
    return parse(_TEXT, "small").data


def small_plan() -> Plan:
    """The plan of the document."""
    return plan_from_document(small_document())
