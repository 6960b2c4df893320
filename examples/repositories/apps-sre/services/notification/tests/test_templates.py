import pytest

from notification.templates import LONGEST_TEXT, NotRenderable, money, names, render, shorten

VALUES = {"order": "4f2a9c1b", "total": "23.80 EUR", "reason": "take payment: declined"}


@pytest.mark.parametrize("template", names())
def test_every_template_is_complete(template):
    message = render(template, VALUES, "email")
    assert VALUES["order"] in message.subject
    assert VALUES["order"] in message.body
    assert "$" not in message.subject + message.body


@pytest.mark.parametrize("template", names())
def test_a_text_message_is_short_and_has_no_subject(template):
    message = render(template, {**VALUES, "reason": "a very long story " * 20}, "sms")
    assert message.subject == ""
    assert len(message.body) <= LONGEST_TEXT


def test_a_value_cannot_add_a_header():
    message = render("order-shipped", {"order": "1\r\nBcc: everybody@shop.example"}, "email")
    assert "\n" not in message.subject
    assert "\r" not in message.subject


def test_says_which_value_is_missing():
    with pytest.raises(NotRenderable, match="total"):
        render("order-confirmed", {"order": "1"}, "email")
    with pytest.raises(NotRenderable, match="birthday"):
        render("birthday", {}, "email")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("short", "short"), ("one two three", "one two..."), ("a" * 20, "aaaaaaa...")],
)
def test_cuts_at_a_word(text, expected):
    assert shorten(text, 10) == expected


def test_writes_money_as_people_do():
    assert money(123456, "EUR") == "1,234.56 EUR"
    assert money(2043, "JPY") == "2,043 JPY"
    assert money(5, "EUR") == "0.05 EUR"
