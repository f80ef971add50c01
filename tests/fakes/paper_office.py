"""An office whose family has papers to hand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from enrolment.model.application import Application
from enrolment.model.papers.page import PaperPage, PictureSize
from enrolment.services.papers.add_pages import AddPages, add_pages
from enrolment.services.papers.change_pages import move_page, remove_page
from enrolment.services.papers.hand_in import hand_in
from enrolment.services.papers.list_papers import PaperList, list_papers
from enrolment.services.papers.show_page import show_page
from tests.fakes.ids import CountingIds
from tests.fakes.office import Office
from tests.fakes.papers import FakeImages, FakeReader

CERTIFICATE = "real_estate_certificate"


@dataclass(slots=True)
class PaperOffice:
    """The papers' services over fakes; the family refused to have its home looked up."""

    office: Office = field(default_factory=Office)
    reader: FakeReader = field(default_factory=FakeReader)
    images: FakeImages = field(default_factory=FakeImages)
    ids: CountingIds = field(default_factory=lambda: CountingIds("page"))

    async def draft(self) -> Application:
        """A decided draft that asks for one paper."""
        application = self.office.open(self.office.sign_in())
        self.office.consent(application, ("household_members", "birth_certificate"))
        return await self.office.verify(application)

    async def filed(self) -> Application:
        """The same once it was filed."""
        return self.office.submit(await self.draft())

    async def add(
        self,
        application: Application,
        document: str = CERTIFICATE,
        *,
        content: bytes = b"a photo",
        replaces: str = "",
        conversation: str | None = None,
    ) -> tuple[PaperPage, ...]:
        """Upload one file."""
        cmd = AddPages(conversation or self.office.conversation, application.id, document, content, replaces)
        return await add_pages(
            cmd,
            begin=self.office.store.begin,
            reader=self.reader,
            images=self.images,
            ids=self.ids,
            clock=self.office.clock,
        )

    def list(self, application: Application) -> PaperList:
        """What is asked for and given."""
        return list_papers(
            application.id, self.office.conversation, begin=self.office.store.begin, plans=self.office.plans
        )

    def given(self, application: Application) -> Sequence[str]:
        """The pages given, by id, in order."""
        return [page.id for paper in self.list(application).papers for page in paper.given]

    def remove(self, application: Application, page_id: str) -> None:
        """Take a page away."""
        remove_page(
            application.id,
            self.office.conversation,
            page_id,
            begin=self.office.store.begin,
            images=self.images,
        )

    def move(self, application: Application, page_id: str, steps: int) -> None:
        """Move a page."""
        move_page(application.id, self.office.conversation, page_id, steps, begin=self.office.store.begin)

    def show(self, application: Application, page_id: str, conversation: str | None = None) -> bytes:
        """Look at a page."""
        return show_page(
            application.id,
            conversation or self.office.conversation,
            page_id,
            PictureSize.FULL,
            begin=self.office.store.begin,
            images=self.images,
        )

    def hand_in(self, application: Application) -> Application:
        """Hand everything in."""
        return hand_in(
            application.id,
            self.office.conversation,
            begin=self.office.store.begin,
            plans=self.office.plans,
            clock=self.office.clock,
        )
