"""The words that customers read."""

from dataclasses import dataclass
from string import Template

LONGEST_TEXT = 160


class NotRenderable(ValueError):
    """There is no such template, or a value that it needs is missing."""


@dataclass(frozen=True)
class Message:
    """What is sent. A text message has no subject."""

    subject: str
    body: str


_TEMPLATES = {
    "order-confirmed": (
        "Your order $order is confirmed",
        "Thank you. We have received $total for your order $order and are packing it now.",
    ),
    "order-rejected": (
        "Your order $order could not be completed",
        "We could not complete your order $order ($reason). You have not been charged.",
    ),
    "order-cancelled": (
        "Your order $order is cancelled",
        "Your order $order is cancelled. $total will be back in your account within five working days.",
    ),
    "order-shipped": (
        "Your order $order is on its way",
        "Your order $order has left our warehouse.",
    ),
}


def names() -> list[str]:
    """All templates."""
    return sorted(_TEMPLATES)


def render(template: str, values: dict[str, object], channel: str) -> Message:
    """Fills a template in. Raises NotRenderable."""
    if template not in _TEMPLATES:
        raise NotRenderable(f"there is no template {template}")
    # No line break of a value may become a header of an e-mail.
    clean = {key: " ".join(str(value).split()) for key, value in values.items()}
    try:
        subject, body = (Template(text).substitute(clean) for text in _TEMPLATES[template])
    except KeyError as missing:
        raise NotRenderable(f"{template} needs the value {missing}") from missing
    return Message("", shorten(body)) if channel == "sms" else Message(subject, body)


def shorten(text: str, most: int = LONGEST_TEXT) -> str:
    """Cuts a text at a word, so that with the dots it is no longer than it may be."""
    if len(text) <= most:
        return text
    cut = text[: most - 2].rsplit(" ", 1)[0] if " " in text[: most - 2] else text[: most - 3]
    return f"{cut}..."[:most]


def money(amount: int, currency: str) -> str:
    """An amount in the smallest unit of its currency as people write it."""
    decimals = 0 if currency == "JPY" else 2
    return f"{amount / 10**decimals:,.{decimals}f} {currency}"
