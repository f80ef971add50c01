"""Finds `hukou`, `hukou_with` and `home` in a message: what its clauses tell one after the other."""

import re
from collections.abc import Iterable, Iterator

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import ELSEWHERE, Places
from ruxue_engine.understanding.residence.clause import guests_home, told_in_clause
from ruxue_engine.understanding.residence.going_on import goes_on_about, is_bought
from ruxue_engine.understanding.residence.holder import holder_told
from ruxue_engine.understanding.residence.hukou import only_lacks
from ruxue_engine.understanding.residence.taken import Taken
from ruxue_engine.understanding.residence.words import (
    AGREE,
    DENIED_PLACE,
    FROM_ELSEWHERE,
    GOES_ON,
    NO_AFTER,
    PAIRS,
    RULE_OF_RENT,
    SUBJECT,
    TAKEN_BACK,
    THEIR_PLACE,
    TOGETHER,
    TRANSFERRED,
    WAS,
    WAY_OF_MOVING,
)
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.doubt import supposed, supposed_on
from ruxue_engine.understanding.told.people import resolved, signed, without_first_person
from ruxue_engine.understanding.told.pieces import pieces

# What a later clause may speak of without saying it again.
_NAMED = {"home": "房子", "hukou": "户口", "paper": "房子"}
_NAME = 8
_ENDS = re.compile(r"(?:这边|那边)?的?$")
_THAT_ONE_SOLD = re.compile(
    r"(?:^|[那这](?:套|个)?)房子?(?:都|也|早就?|已经|[去前今]年|后来|刚)*(?:给)?卖[了掉]"
)
# "去年开始租的，房子在芝罘": where a rented home is.
_RENTED_BEFORE = re.compile(r"(?<![没不])租(?:的|着|了|住)(?!出)[^,]{0,5}$")
_ONLY_WHERE_IT_IS = re.compile(r"房子?(?:就|都|是)*在")
# "假如户口挂我姐家，房子写我爸，学校先认谁的": the supposition goes on.
# "写我跟他爸，证押银行了": nothing else has a name written on it.
_WRITTEN_ON_IT = re.compile(r"(?:[就都还]|上面)*写(?:的|了)?是?P")
_OF_PAPERS = re.compile(r"执照|备案|合同|租")
# "我同事她儿子户口在江苏，房子是公婆的": it goes on about them until one of us is named.
_OF_ANOTHER_FAMILY = re.compile(r"^(?:P的?)?[OK](?:们)?家?(?:的|[他她])?C")
# "孩子户口至今未迁，仍在前夫名下": a hukou can be under a name, too.
_STILL_UNDER = re.compile(r"(?:[仍还都就也]|一直|现在|至今)*(?:[在挂落归随]|还是)[^,房]{1,8}名下$")
_SUPPOSES = re.compile(r"假如|如果|假设|比如|要是")
_SUPPOSED_THING = re.compile(r"(?:房子?|户口?|房本|房产证)(?!现在)")
_OTHER_THINGS = re.compile(
    r"居住证|社保|保险|执照|上班|打工|工作|租|学校|幼儿园|小学|初中|离婚|备案|(?<!网签)(?<!购房)(?<!买房)合同"
)


def residence(text: str, places: Places) -> list[Found]:
    """Find `hukou`, `hukou_with` and `home`; suppositions state nothing.

    The hukou is here, elsewhere, or in a county by its code; the home is a guardian's, a grandparent's, a
    relative's or none, with the code of its county where one was named: guardian@370102.
    """
    reading = _Reading(places)
    doubtful = another = False
    text = resolved(text)
    for clause in pieces(text):
        said = signed(clause.text)
        another = bool(_OF_ANOTHER_FAMILY.match(said) or (another and not re.search("[PC]", said)))
        told_of = _SUPPOSED_THING.match(clause.text) if doubtful else None
        doubtful = _SUPPOSES.search(clause.text) is not None
        if told_of or another:
            doubtful = bool(told_of)
        elif not (
            clause.supposed
            or supposed(clause.text)
            or supposed_on(clause.text, text[: clause.start])
            or RULE_OF_RENT.search(clause.text)
        ):
            reading.read(clause)
    # "没房，没户口": said beside a home, it is none of this place.
    return [
        each._replace(value="elsewhere")
        if each[:2] == ("hukou", "none") and "房" in text and only_lacks(text[each.start : each.end])
        else each
        for each in reading.taken.told()
    ]


class _Reading:
    """Reads clause after clause, and remembers what was spoken of last."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.taken = Taken()
        self._before = self._subject = ""
        self._taken_back = self._hukou_named = False

    def read(self, clause: Clause) -> None:
        """Take what one clause states; "不对" by itself lets the next one put something else in its place."""
        if TAKEN_BACK.match(clause.text):
            self._taken_back = True
            return
        mentioned = [str(each.lastgroup) for each in SUBJECT.finditer(clause.text)]
        self._hukou_named |= "hukou" in mentioned
        anew = TRANSFERRED.search(clause.text) is not None or self._taken_back
        if (
            not self._subject
            and _WRITTEN_ON_IT.match(signed(clause.text))
            and not _OF_PAPERS.search(self._before)
        ):
            self._subject = "home"
        if self._subject:
            self._go_on(clause, mentioned, anew=anew)
        self._take_clause(clause, anew=anew)
        if goes_on(clause.text, self._before, self.places):
            self.taken.move_hukou(self.places.codes(clause.text)[0])
        _place_all(self.taken, clause.text, self.places, self._subject, hukou_named=self._hukou_named)
        if TRANSFERRED.search(clause.text):
            self.taken.now_of_guardian()
        if FROM_ELSEWHERE.search(clause.text) and "hukou" not in self.taken.found and not mentioned:
            self.taken.take(Found("hukou", "elsewhere", clause.start, clause.start + len(clause.text)))
        self._remember(clause.text, mentioned)

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
        for each in told_in_clause(Clause(f"{_NAMED[subject]}{clause.text}", clause.start), self.places):
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
        for each in (*_pairs(clause), *told_in_clause(said, self.places)):
            if each.entity == "home" and (rented or of_hukou):
                continue
            implied = each.implied or (past and each.entity != "home")
            self.taken.take(each._replace(implied=implied), anew=anew)
        guest = guests_home(clause)
        if guest:
            self.taken.guests.append(guest)

    def _remember(self, clause: str, mentioned: list[str]) -> None:
        rents = "租" in clause and not WAS.search(clause)
        if mentioned and not (mentioned[-1] == "home" and rents):
            self._subject = mentioned[-1]
        elif not mentioned and re.search(r"集体户|户口[本簿]|户主", clause):
            self._subject = "hukou"
        elif not mentioned and re.search(
            r"网签|(?:购|买|商品)房合同|期房|[四五七\d][十0]年(?:产权|那种)|住宅|商住|安置|楼(?![上下道])",
            clause,
        ):
            self._subject = "home"
        elif mentioned or _OTHER_THINGS.search(clause):
            self._subject = ""
        self._taken_back = False
        self._before = clause


def goes_on(clause: str, before: str, places: Places) -> bool:
    """Whether a clause only says where else the hukou is that the clause before it denied somewhere."""
    denied = any(
        subject["hukou"] and NO_AFTER.match(before[subject.end() :]) for subject in SUBJECT.finditer(before)
    )
    named = [place for place in places.find(clause) if not DENIED_PLACE.search(clause[: place.start])]
    return denied and bool(named) and GOES_ON.match(clause) is not None and not SUBJECT.search(clause)


def corrected_residence(text: str, corrected: Iterable[Found], places: Places) -> list[Found]:
    """Find the new value that a later clause gives without naming it again ("房子写错了，是爷爷的")."""
    for named in corrected:
        subject = _NAMED.get(named.value)
        later = [clause.text for clause in pieces(text) if clause.start > named.end]
        again = [f"{subject}{clause}" for clause in later] if subject else []
        found = [each for clause in again for each in residence(clause, places) if each.entity == named.value]
        if found:
            return [found[-1]._replace(start=named.start, end=len(text))]
    return []


def _within(found: Found, clause: Clause) -> Found:
    return found._replace(start=clause.start, end=clause.start + len(clause.text))


def _place_all(taken: Taken, clause: str, places: Places, subject: str, *, hukou_named: bool) -> None:
    """Put what was told before into the county that a clause names for all of it ("…，都在历下")."""
    for place in places.find(clause):
        before = clause[: place.start]
        together = TOGETHER.search(before) is not None
        if place.code == ELSEWHERE:
            continue
        if THEIR_PLACE.match(signed(before)) and _ENDS.match(clause, place.end) and hukou_named:
            taken.place_hukou(place.code, only_where_untold=True)
        if together and hukou_named:
            taken.place_hukou(place.code)
        of_hukou = [str(each.lastgroup) for each in SUBJECT.finditer(clause)] == ["hukou"]
        if (together and not of_hukou) or (before in {"在", "也在", "就在"} and subject != "hukou"):
            taken.place_home(place.code)


def _pairs(clause: Clause) -> Iterator[Found]:
    for match in PAIRS.finditer(clause.text):
        at = (clause.start + match.start(), clause.start + match.end())
        has_home = (match["house"] or match["house2"]) == "有"
        has_hukou = (match["hukou"] or match["hukou2"]) == "有"
        yield Found("home", "guardian" if has_home else "none", *at)
        yield Found("hukou", "here" if has_hukou else "elsewhere", *at)
    for match in AGREE.finditer(clause.text):
        at = (clause.start + match.start(), clause.start + match.end())
        if not clause.text[match.end() :].startswith(("具体", "是", "指", "什么", "怎么")):
            yield Found("home", "guardian", *at)
            yield Found("hukou", "here", *at)
