"""Where families go, as entries to compare: schools, seats, on-site points, offices."""

from __future__ import annotations

from enrolment.model.comparing.changes import Aspect, Entry
from enrolment.model.comparing.words import NONE, STAGES, listed, yes
from enrolment.model.plan import Contact, OnsitePoint, Plan, School

LEVELS = {"county": "区县", "city": "市", "province": "省"}


def schools(plan: Plan) -> dict[str, Entry]:
    """The schools; their zones are compared by themselves."""
    titles = {each.key: each.title for each in plan.categories}
    return {each.key: _school(each, titles) for each in plan.schools}


def seats(plan: Plan) -> dict[str, Entry]:
    """Who is placed first, and how long a home's seat is taken."""
    placement = plan.placement
    entries = {
        "order": Entry(
            "学位不够时的先后",
            "",
            {
                "": Aspect("；".join(step.title for step in placement.order), placement.order),
                "兄弟姐妹同校": Aspect(yes(placement.siblings_together)),
                "双胞胎同校": Aspect(yes(placement.twins_together)),
                "依据": Aspect(placement.clause),
            },
        )
    }
    for stage, lock in plan.seat_locks.items():
        exempt = "，亲兄弟姐妹不受影响" if lock.siblings_exempt else ""
        held = f"{lock.years}年内只给一个家庭的孩子{exempt}"
        aspects = {"": Aspect(held), "依据": Aspect(lock.clause)}
        entries[stage] = Entry(f"{STAGES[stage]}：一套房的学位", held, aspects)
    return entries


def offices(plan: Plan) -> dict[str, Entry]:
    """On-site points, and the offices to call."""
    points = {f"onsite.{each.key}": _point(each) for each in plan.onsite_points}
    return points | {f"{each.level}.{each.name}": _contact(each) for each in plan.contacts}


def _school(school: School, titles: dict[str, str]) -> Entry:
    aspects = {
        "学段": Aspect(STAGES[school.stage]),
        "地址": Aspect(school.address),
        "电话": Aspect(school.phone or NONE),
        "邮箱": Aspect(school.email or NONE),
        "学位数": Aspect("没有公布" if school.seats is None else f"{school.seats}个"),
        "收哪几类": Aspect(listed(titles[key] for key in school.accepts) if school.accepts else "各类都收"),
        "由学校审核": Aspect(yes(school.reviews)),
    }
    return Entry(school.name, f"{STAGES[school.stage]}，{school.address}", aspects)


def _point(point: OnsitePoint) -> Entry:
    booked = f"{listed(point.slots)}；每个时段{point.seats_per_slot}家" if point.slots else NONE
    aspects = {
        "地址": Aspect(point.address),
        "电话": Aspect(point.phone),
        "时间": Aspect(point.hours),
        "预约时段": Aspect(booked),
    }
    return Entry(point.name, f"{point.address}，{point.hours}，电话{point.phone}", aspects)


def _contact(contact: Contact) -> Entry:
    aspects = {
        "电话": Aspect(contact.phone),
        "时间": Aspect(contact.hours),
        "邮箱": Aspect(contact.email or NONE),
    }
    return Entry(f"{LEVELS[contact.level]}：{contact.name}", f"{contact.phone}（{contact.hours}）", aspects)
