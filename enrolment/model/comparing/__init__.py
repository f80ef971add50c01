"""What a new version of a plan changes, in words, those things first that families feel first."""

from enrolment.model.comparing.changes import Change, Topic
from enrolment.model.comparing.compare import compare
from enrolment.model.comparing.families import Asked, Moved, moved

__all__ = ["Asked", "Change", "Moved", "Topic", "compare", "moved"]
