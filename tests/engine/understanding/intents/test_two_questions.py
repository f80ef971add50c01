"""Messages with more than one question."""

import pytest
from ruxue_engine.understanding.intents.questions import asked_in, deciding
from ruxue_engine.understanding.intents.topics import Ranked

WORDS = {
    "材料": "required_documents",
    "居住证": "residence",
    "几号": "registration_time",
    "天气": "out_of_scope",
}


def about(text: str) -> list[Ranked]:
    """A model that knows four words, and is in doubt about all else."""
    known = [topic for word, topic in WORDS.items() if word in text]
    if not known:
        return [Ranked("age_requirement", 0.3)]
    return [Ranked(topic, round(0.9 / len(known), 2)) for topic in known]


def spans(text: str) -> list[tuple[str, str]]:
    """The words of each question and its likeliest topic."""
    return [(text[each.start : each.end], each.topics[0].name) for each in asked_in(text, about(text), about)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "居住证没满一年行吗？要带什么材料？",
            [("居住证没满一年行吗？", "residence"), ("要带什么材料？", "required_documents")],
        ),
        (
            "几号报名 还有要什么材料啊",
            [("几号报名 ", "registration_time"), ("还有要什么材料啊", "required_documents")],
        ),
        (
            "我们外地的，居住证去年办的，能行吗，另外几号开始",
            [("我们外地的，居住证去年办的，能行吗，", "residence"), ("另外几号开始", "registration_time")],
        ),
    ],
)
def test_each_question_is_told_apart_when_a_message_asks_two(text: str, told: list[tuple[str, str]]) -> None:
    """Punctuation, a connecting word, and what is told before a question."""
    assert spans(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "要带什么材料",
        "材料要带哪些？原件材料还是复印件？",
        "居住证没满一年，这可怎么办，能上吗",
        "今天天气怎么样，几号报名呢",
        "",
        "？？？",
    ],
)
def test_message_is_one_question_when_its_parts_are_not_two_clear_ones(text: str) -> None:
    """The same topic twice, a part in doubt, small talk, and nothing at all."""
    found = asked_in(text, about(text), about)

    assert [(each.start, each.end) for each in found] == [(0, len(text))]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("户口跟我,房子写的我名,几号报名", "几号报名"),
        ("我们外地的，居住证行吗", "居住证行吗"),
        ("要带什么材料", None),
        ("户口跟我，能上学不", None),
        ("要带什么材料，几号报名", None),
        ("房子是我的，今天天气怎么样", None),
        ("居住证有，材料也有", None),
        ("", None),
    ],
)
def test_one_question_decides_when_it_is_clear_behind_a_case(text: str, question: str | None) -> None:
    """A clause that asks and is beyond doubt; none in one clause, of two topics, or of no enrolment."""
    assert deciding(text, about) == question
