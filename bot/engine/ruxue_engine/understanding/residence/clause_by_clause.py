"""Reads what the clauses of a message tell of hukou and home, one after the other."""

import re

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import Places
from ruxue_engine.understanding.residence.clause import guests_home, pairs_told, told_in_clause
from ruxue_engine.understanding.residence.going_on import (
    goes_on_about,
    is_bought,
    says_where_instead,
    spoken_of,
    turns_to,
)
from ruxue_engine.understanding.residence.holder import holder_told
from ruxue_engine.understanding.residence.taken import Taken
from ruxue_engine.understanding.residence.together import place_all
from ruxue_engine.understanding.residence.words import (
    FROM_ELSEWHERE,
    SUBJECT,
    TAKEN_BACK,
    TRANSFERRED,
    WAS,
    WAY_OF_MOVING,
)
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.people import signed, without_first_person

# What a later clause may speak of without saying it again.
NAMED = {"home": "房子", "hukou": "户口", "paper": "房子"}
_NAME = 8
_THAT_ONE_SOLD = re.compile(
    r"(?:^|[那这](?:套|个)?)房子?(?:都|也|早就?|已经|[去前今]年|后来|刚)*(?:给)?卖[了掉]"
)
# "去年开始租的，房子在芝罘": where a rented home is.
_RENTED_BEFORE = re.compile(r"(?<![没不])租(?:的|着|了|住)(?!出)[^,]{0,5}$")
_ONLY_WHERE_IT_IS = re.compile(r"房子?(?:就|都|是)*在")
# "孩子户口至今未迁，仍在前夫名下": a hukou can be under a name, too.
_STILL_UNDER = re.compile(r"(?:[仍还都就也]|一直|现在|至今)*(?:[在挂落归随]|还是)[^,房]{1,8}名下$")

_PAID_BY = re.compile(
    r"[GK](?:们)?(?:给|帮)?[PC]?(?:全款|贷款|掏钱|出钱|花钱)*(?:买|掏的?钱|出的?钱|付的?首付|出的?首付)"
)
_TITLED = re.compile(r"写|的名|名字|名下|登记")


class Reading:
    """Reads clause after clause, and remembers what was spoken of last."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.taken = Taken()
        self._before = self._subject = ""
        self._taken_back = self._hukou_named = self._paid = False

    def read(self, clause: Clause) -> None:
        """Take what one clause states; "不对" by itself lets the next one put something else in its place."""
        if TAKEN_BACK.match(clause.text):
            self._taken_back = True
            return
        mentioned = [str(each.lastgroup) for each in SUBJECT.finditer(clause.text)]
        self._hukou_named |= "hukou" in mentioned
        anew = TRANSFERRED.search(clause.text) is not None or self._taken_back
        if not mentioned:
            self._subject = turns_to(self._subject, clause.text, self._before)
        if self._subject:
            self._go_on(clause, mentioned, anew=anew)
        self._take_clause(clause, anew=anew)
        if says_where_instead(clause.text, self._before, self.places):
            self.taken.move_hukou(self.places.codes(clause.text)[0])
        place_all(self.taken, clause.text, self.places, self._subject, hukou_named=self._hukou_named)
        if TRANSFERRED.search(clause.text):
            self.taken.now_of_guardian()
        if FROM_ELSEWHERE.search(clause.text) and "hukou" not in self.taken.found and not mentioned:
            self.taken.take(Found("hukou", "elsewhere", clause.start, clause.start + len(clause.text)))
        self._subject = spoken_of(clause.text, mentioned, self._subject)
        self._taken_back = False
        self._before = clause.text

    def _go_on(self, clause: Clause, mentioned: list[str], *, anew: bool) -> None:
        subject = self._subject
        if subject != "hukou" and set(mentioned) == {"hukou"} and is_bought(clause.text):
            self.taken.take(Found("home", "guardian", clause.start, clause.start + len(clause.text)))
        if subject == "hukou" and mentioned and clause.text.startswith(("落在", "挂在", "迁到")):
            holder = holder_told(f"户口{clause.text}", self.places)
            if holder:
                at = (clause.start, clause.start + len(clause.text))
                self.taken.take(Found("hukou_with", holder, *at), anew=True)
        if mentioned or not (self._taken_back or goes_on_about(subject, clause.text, self.places)):
            return
        moved = subject == "hukou" and WAY_OF_MOVING.search(clause.text) is not None
        for each in told_in_clause(Clause(f"{NAMED[subject]}{clause.text}", clause.start), self.places):
            self.taken.take(_within(each, clause), anew=anew or moved)

    def _take_clause(self, clause: Clause, *, anew: bool) -> None:
        # "户口随他爸，他爸是济南的集体户口": where the holder's is, is where the child's is.
        theirs = self.taken.with_guardian and signed(clause.text[:_NAME]).startswith("P是")
        said = Clause(f"户口{without_first_person(clause.text)}", clause.start) if theirs else clause
        rented = _RENTED_BEFORE.search(self._before) and _ONLY_WHERE_IT_IS.match(clause.text)
        of_hukou = self._subject == "hukou" and _STILL_UNDER.match(clause.text)
        past = WAS.search(clause.text) is not None
        if _THAT_ONE_SOLD.search(clause.text):
            self.taken.found.pop("home", None)
        for each in (*pairs_told(clause), *told_in_clause(said, self.places)):
            if each.entity == "home" and (rented or of_hukou):
                continue
            implied = each.implied or (past and each.entity != "home")
            # "我爸全款买的，房本写的我": whose name is on it goes before who paid.
            titled = each.entity == "home" and self._paid and _TITLED.search(clause.text) is not None
            self.taken.take(each._replace(implied=implied), anew=anew or titled)
        self._paid = self._paid or _PAID_BY.search(signed(clause.text)) is not None
        guest = guests_home(clause)
        if guest:
            self.taken.guests.append(guest)


def _within(found: Found, clause: Clause) -> Found:
    return found._replace(start=clause.start, end=clause.start + len(clause.text))
