"""What a message says of one thing: a passage, and how to pick those of some subjects."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Passage(NamedTuple):
    """What is said of one subject: the word for it, what stands around it, and the whole clause.

    `also` are the subjects named right before it with nothing said of them alone ("居住证和社保都有");
    `others` says that it is somebody else's ("我小叔子有执照,也有居住证").
    """

    subject: str
    before: str
    word: str
    after: str
    clause: str
    start: int
    also: tuple[str, ...] = ()
    others: bool = False

    @property
    def text(self) -> str:
        """The passage as it was written."""
        return f"{self.before}{self.word}{self.after}"


def of_subject(found: Iterable[Passage], *subjects: str) -> Iterator[Passage]:
    """The passages about some subjects, also where they share what is said."""
    for passage in found:
        if passage.subject in subjects:
            yield passage
        for each in passage.also:
            if each in subjects:
                yield passage._replace(subject=each)
