"""Shows what was agreed to, with the page where it can be changed."""

from __future__ import annotations

from collections.abc import Iterator

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import SIGNED_IN
from actions.visit import Visit
from enrolment.model.errors import NotSignedIn
from enrolment.services.consents.show_consents import ChildConsents, ConsentState


class ShowConsents(BaseAction):
    """Names what may be looked up for each child, and links to the page of a guardian's rights."""

    awaited_comes_back = True

    def name(self) -> str:
        """Name the action."""
        return "action_show_consents"

    async def act(self, visit: Visit) -> list[EventType]:
        """Show it, then go back to the pending question."""
        try:
            consents = await self.ask(self.services.show_consents, visit.conversation_id)
        except NotSignedIn:
            visit.say("要先请您登录，确认是您本人，才能给您看。", (SIGNED_IN,), link="sign_in")
            return []
        lines = [line for each in consents for line in _in_words(each)]
        told = "\n".join(lines) or "您还没有同意我们查任何信息。"
        visit.say(
            f"{told}\n点开下面的页面，可以看清楚、随时撤回，也可以导出或者删除您的信息。", link="consents"
        )
        return []


def _in_words(consents: ChildConsents) -> Iterator[str]:
    agreed = [line.title for line in consents.lines if line.state is ConsentState.GRANTED]
    if agreed:
        yield f"⟦child:{consents.child.id}⟧的报名，您同意查询：{'、'.join(agreed)}。"
