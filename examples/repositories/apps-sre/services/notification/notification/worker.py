"""Takes messages from RabbitMQ and does with them what the dispatcher decides."""

import json
import logging
from collections.abc import Callable

from notification.commands import Command, NotACommand, command_of, command_of_event
from notification.dispatcher import DELAYS, Dispatcher, GivenUp, Later, Outcome, Repeated, Sent

COMMANDS = "notifications"
ORDERS = "notifications.orders"
DEAD = "notifications.dead"
FAILURES_HEADER = "x-failures"
_log = logging.getLogger(__name__)


def waiting_queue(queue: str, seconds: int) -> str:
    """The queue in which messages wait before they return to theirs: one a delay, so that none waits behind a longer."""
    return f"{queue}.wait-{seconds}"


def declare(channel) -> None:
    """Makes the queues. Declaring what exists changes nothing."""
    channel.exchange_declare("orders", exchange_type="topic", durable=True)
    channel.queue_declare(DEAD, durable=True)
    for queue in (COMMANDS, ORDERS):
        channel.queue_declare(queue, durable=True)
        for seconds in DELAYS:
            arguments = {
                "x-message-ttl": seconds * 1_000,
                "x-dead-letter-exchange": "",
                "x-dead-letter-routing-key": queue,
            }
            channel.queue_declare(waiting_queue(queue, seconds), durable=True, arguments=arguments)
    channel.queue_bind(ORDERS, "orders", routing_key="order.*")


class Worker:
    """Handles one message after the other."""

    def __init__(
        self,
        dispatcher: Dispatcher,
        address_of: Callable[[str], str],
        count: Callable[[str, str], None],
        properties: Callable[[dict], object],
    ) -> None:
        self._dispatcher = dispatcher
        self._address_of = address_of
        self._count = count
        self._properties = properties

    def on_message(self, channel, queue: str, tag: int, headers: dict | None, body: bytes) -> None:
        """Handles a message. It is acknowledged last, so that one is rather sent twice than lost."""
        failures = int((headers or {}).get(FAILURES_HEADER, 0))
        template = "unknown"
        try:
            command = self._read(queue, body)
            template = command.template
            outcome: Outcome = self._dispatcher.handle(command, failures)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            outcome = GivenUp(f"not readable: {error}")
        except OSError as error:
            # The address could not be asked for.
            outcome = Later(DELAYS[failures], str(error)) if failures < len(DELAYS) else GivenUp(str(error))

        match outcome:
            case Sent():
                self._count(template, "sent")
            case Repeated():
                self._count(template, "repeated")
            case Later(seconds, reason):
                self._count(template, "later")
                _log.warning("attempt %d failed, the next is in %d s: %s", failures + 1, seconds, reason)
                headers = {FAILURES_HEADER: failures + 1}
                channel.basic_publish("", waiting_queue(queue, seconds), body, self._properties(headers))
            case GivenUp(reason):
                self._count(template, "given-up")
                _log.error("given up: %s", reason)
                dead = {"command": body.decode(errors="replace"), "reason": reason, "attempts": failures + 1}
                channel.basic_publish("", DEAD, json.dumps(dead).encode(), self._properties({}))
        channel.basic_ack(tag)

    def _read(self, queue: str, body: bytes) -> Command:
        try:
            content = json.loads(body)
        except ValueError as error:
            raise NotACommand("not JSON") from error
        if queue == COMMANDS:
            return command_of(content)
        return command_of_event(content, self._address_of(content["order"]["userId"]))
