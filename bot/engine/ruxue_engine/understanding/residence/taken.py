"""Keeps what the clauses of a message tell of hukou and home, each value only where it counts more."""

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import ANY_OF, ELSEWHERE
from ruxue_engine.understanding.residence.home import AT, SOMEBODY

OF_GUARDIAN = "hukou of a guardian"
"""Where the father's or the mother's own hukou is: the child's is there where it is with them."""
_THEIR_OWN = ("grandparent", "relative")


class Taken:
    """What was told so far."""

    def __init__(self) -> None:
        self.found: dict[str, Found] = {}
        self.guests: list[Found] = []
        self._places: dict[str, str] = {}
        self._place_of_untold = ""

    @property
    def with_guardian(self) -> bool:
        """Whether the child's hukou was said to be with a guardian."""
        holder = self.found.get("hukou_with")
        return holder is not None and holder.value == "guardian"

    @property
    def with_guardian_or_collective(self) -> bool:
        """Whether the child's hukou was said to be with a guardian, or in a collective one as theirs."""
        holder = self.found.get("hukou_with")
        return holder is not None and holder.value in ("guardian", "collective")

    @property
    def with_kin(self) -> bool:
        """Whether the child's hukou was said to be with the old people or with other kin."""
        holder = self.found.get("hukou_with")
        return holder is not None and holder.value in _THEIR_OWN

    def take(self, new: Found, *, anew: bool = False) -> None:
        """Take a value: the first told counts, unless it is told anew or was only implied."""
        if new.entity == "home":
            self._take_home(new, anew=anew)
            return
        old = self.found.get(new.entity)
        if anew and old and new[:2] == ("hukou", "here") and old.value.isdigit():
            return
        if old is None or anew or (old.implied and not new.implied) or _says_more(old, new):
            self.found[new.entity] = new

    def _take_home(self, new: Found, *, anew: bool) -> None:
        """A home meant for the child goes before what the guardians lack; a place joins its owner."""
        old = self.found.get("home")
        owner, _, place = new.value.partition(AT)
        old_owner, _, kept = old.value.partition(AT) if old else ("", "", "")
        if place == ELSEWHERE:
            if old is None or (not kept and owner in (SOMEBODY, old_owner) and old_owner != "none"):
                self.found["home"] = new._replace(value="none", implied=True)
            return
        if place:
            self._places.setdefault(owner, place)
        if old is None or (old.implied and not new.implied):
            self.found["home"] = new
        elif owner == SOMEBODY and old_owner not in ("none", ""):
            self._put(old_owner, kept or place)
        elif anew or old_owner == SOMEBODY:
            self._put(owner, place or kept if owner != "none" else "", new)
        elif owner in _THEIR_OWN or (old_owner == "none" and owner != "none" and not new.implied):
            same = old_owner in (owner, SOMEBODY, "none", "guardian")
            self._put(owner, place or self._places.get(owner, kept if same else ""), new)
        elif owner == old_owner and place and not kept:
            self._put(owner, place)

    def _put(self, owner: str, place: str, at: Found | None = None) -> None:
        self.found["home"] = (at or self.found["home"])._replace(
            value=f"{owner}{AT}{place}" if place else owner
        )

    def place_home(self, code: str) -> None:
        """Put the home told before into a county."""
        home = self.found.get("home")
        if home is None:
            self._place_of_untold = code
        elif AT not in home.value and home.value != "none":
            self._put(home.value, code)

    def now_of_guardian(self) -> None:
        """Say that the home told before has become a guardian's."""
        home = self.found.get("home")
        if home and home.value != "none":
            self._put("guardian", home.value.partition(AT)[2])

    def place_hukou(self, code: str, *, only_where_untold: bool = False) -> None:
        """Put the hukou told before into a county, where no other place was told."""
        told, holder = self.found.get("hukou"), self.found.get("hukou_with")
        if only_where_untold and OF_GUARDIAN in self.found and not holder:
            return
        if told is None or (told.value == "here" and not only_where_untold):
            self.found["hukou"] = Found("hukou", code, 0, 0) if told is None else told._replace(value=code)

    def move_hukou(self, code: str) -> None:
        """Say where the hukou is that was denied elsewhere."""
        if "hukou" in self.found:
            value = "elsewhere" if code == ELSEWHERE else code
            self.found["hukou"] = self.found["hukou"]._replace(value=value)

    def told(self) -> list[Found]:
        """Everything told: where only the place of a home was, it is a guardian's."""
        if self._place_of_untold:
            self.place_home(self._place_of_untold)
        home = self.found.get("home")
        lacking = home is not None and home.value == "none" and not home.implied
        # Who lives with the old people has no home told by that alone.
        guests = [each._replace(implied=False) for each in self.guests if lacking or not each.implied]
        if guests and (home is None or home.value == "none"):
            self.found["home"] = guests[0]
        elif home and home.value.startswith(SOMEBODY):
            self.found["home"] = home._replace(value=home.value.replace(SOMEBODY, "guardian"))
        theirs = self.found.pop(OF_GUARDIAN, None)
        if theirs and self.with_guardian_or_collective and "hukou" not in self.found:
            self.found["hukou"] = theirs._replace(entity="hukou")
        return list(self.found.values())


def _says_more(old: Found, new: Found) -> bool:
    """Whether a later clause names a place that was left open, or that the hukou is a collective one."""
    left_open = old.value in ("here", "none") or old.value.endswith(ANY_OF)
    if new.entity == "hukou" and left_open:
        return old.value != "here" or new.value.isdigit()
    return new.value == "collective"
