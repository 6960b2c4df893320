"""Decides what becomes of a command."""

from collections import OrderedDict
from dataclasses import dataclass

from notification.channels import Channel, Refused
from notification.commands import Command
from notification.templates import NotRenderable, render

# Seconds to wait after the first, second ... failed attempt; after the last one a command is given up.
DELAYS = (1, 4, 16, 60)


@dataclass(frozen=True)
class Sent:
    """The message is out."""


@dataclass(frozen=True)
class Repeated:
    """It was sent before."""


@dataclass(frozen=True)
class Later:
    """It failed and is worth another attempt."""

    seconds: int
    reason: str


@dataclass(frozen=True)
class GivenUp:
    """It will never work, or has failed too often."""

    reason: str


Outcome = Sent | Repeated | Later | GivenUp


class Dispatcher:
    """Sends each command once through its channel."""

    def __init__(self, channels: dict[str, Channel], remember: int = 100_000) -> None:
        self._channels = channels
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._remember = remember

    def handle(self, command: Command, failures: int = 0) -> Outcome:
        """Tries to send. `failures` says how many attempts went before."""
        if command.id in self._seen:
            return Repeated()
        try:
            message = render(command.template, command.values, command.channel)
            self._channels[command.channel].send(command.to, message)
        except (NotRenderable, Refused) as error:
            return GivenUp(str(error))
        except OSError as error:
            reason = f"{type(error).__name__}: {error}"
            return Later(DELAYS[failures], reason) if failures < len(DELAYS) else GivenUp(reason)
        self._remember_id(command.id)
        return Sent()

    def _remember_id(self, identifier: str) -> None:
        self._seen[identifier] = None
        if len(self._seen) > self._remember:
            self._seen.popitem(last=False)
