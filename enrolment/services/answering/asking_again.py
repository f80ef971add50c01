"""What is said where a message asks nothing that can be answered: a sentence, and what is asked most."""

from __future__ import annotations

from typing import Final

from enrolment.model.answering.answer import Answer, Status, TopicChoice
from enrolment.model.answering.choosing import main_article
from enrolment.model.plan import Plan
from enrolment.model.plan.topics import Topic

_ASKED_MOST: Final = (Topic.REQUIRED_DOCUMENTS, Topic.REGISTRATION_TIME, Topic.CONTACT_PHONE)


def ask_again(plan: Plan, sentence: str) -> Answer:
    """Say `sentence`, which tells no rule, and offer the topics asked most as far as the guide has them."""
    articles = [(topic, main_article(plan, topic)) for topic in _ASKED_MOST]
    choices = tuple(TopicChoice(topic, article.title) for topic, article in articles if article is not None)
    return Answer(Status.CLARIFY, Topic.OTHER_IN_SCOPE, sentence, choices=choices)
