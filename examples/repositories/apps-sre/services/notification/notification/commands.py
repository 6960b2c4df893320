"""Commands: what the queue asks for, checked."""

import re
from dataclasses import dataclass, field

from notification import templates

_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
_TELEPHONE = re.compile(r"^\+[1-9]\d{6,14}$")


class NotACommand(ValueError):
    """The message does not say what to send, or to whom."""


@dataclass(frozen=True)
class Command:
    """One message to one person. Two commands with one id are the same."""

    id: str
    template: str
    channel: str
    to: str
    values: dict[str, object] = field(default_factory=dict)


def command_of(content: object) -> Command:
    """Checks what came from the queue. Raises NotACommand."""
    if not isinstance(content, dict):
        raise NotACommand("not an object")
    texts = {key: content.get(key) for key in ("id", "template", "channel", "to")}
    for key, text in texts.items():
        if not isinstance(text, str) or not text:
            raise NotACommand(f"{key} is missing")
    shape = {"email": _EMAIL, "sms": _TELEPHONE}.get(texts["channel"])
    if shape is None:
        raise NotACommand(f"there is no channel {texts['channel']}")
    if not shape.match(texts["to"]):
        raise NotACommand(f"to is no address for {texts['channel']}")
    values = content.get("values", {})
    if not isinstance(values, dict):
        raise NotACommand("values is not an object")
    return Command(**texts, values=values)


def command_of_event(event: dict, address: str) -> Command:
    """The e-mail that an order event asks for. Raises NotACommand for events that nobody is told about."""
    template = event["type"].replace(".", "-")
    if template not in templates.names():
        raise NotACommand(f"nobody is told about {event['type']}")
    order = event["order"]
    values = {
        "order": order["id"][:8],
        "total": templates.money(order["total"], order["currency"]),
        "reason": order.get("reason") or "an unexpected problem",
    }
    return Command(f"event-{event['eventId']}", template, "email", address, values)
