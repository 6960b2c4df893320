import json

import pytest

from notification.channels import Refused
from notification.dispatcher import DELAYS, Dispatcher
from notification.worker import COMMANDS, DEAD, FAILURES_HEADER, ORDERS, Worker, declare, waiting_queue

COMMAND = {"id": "c1", "template": "order-shipped", "channel": "email", "to": "a@shop.example", "values": {"order": "1"}}


class Email:
    def __init__(self):
        self.sent, self.fault = [], None

    def send(self, to, message):
        if self.fault:
            raise self.fault
        self.sent.append((to, message.subject))


class Channel:
    """Writes down what a broker would be told."""

    def __init__(self):
        self.published, self.acknowledged, self.queues = [], [], {}

    def basic_publish(self, _exchange, queue, body, headers):
        self.published.append((queue, body, headers))

    def basic_ack(self, tag):
        self.acknowledged.append(tag)

    def queue_declare(self, queue, durable, arguments=None):
        self.queues[queue] = arguments

    def exchange_declare(self, *_arguments, **_options):
        pass

    queue_bind = exchange_declare


class Setting:
    def __init__(self):
        self.email, self.channel, self.counts = Email(), Channel(), []
        self.worker = Worker(
            Dispatcher({"email": self.email}),
            lambda user: f"{user}@shop.example",
            lambda template, outcome: self.counts.append((template, outcome)),
            lambda headers: headers,
        )

    def deliver(self, content, queue=COMMANDS, failures=None):
        headers = None if failures is None else {FAILURES_HEADER: failures}
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.worker.on_message(self.channel, queue, 7, headers, body)
        assert self.channel.acknowledged.pop() == 7


@pytest.fixture
def setting():
    return Setting()


def test_sends_a_command_once(setting):
    setting.deliver(COMMAND)
    setting.deliver(COMMAND)
    assert setting.email.sent == [("a@shop.example", "Your order 1 is on its way")]
    assert setting.counts == [("order-shipped", "sent"), ("order-shipped", "repeated")]


def test_waits_longer_after_each_failure_and_then_gives_up(setting):
    setting.email.fault = ConnectionRefusedError("no relay")
    for failures in range(len(DELAYS) + 1):
        setting.deliver(COMMAND, failures=failures)
    queues = [queue for queue, _, _ in setting.channel.published]
    assert queues == [waiting_queue(COMMANDS, seconds) for seconds in DELAYS] + [DEAD]
    assert [headers for _, _, headers in setting.channel.published[:2]] == [{FAILURES_HEADER: 1}, {FAILURES_HEADER: 2}]
    dead = json.loads(setting.channel.published[-1][1])
    assert (dead["attempts"], json.loads(dead["command"])) == (5, COMMAND)


def test_sends_after_a_failure(setting):
    setting.email.fault = TimeoutError()
    setting.deliver(COMMAND)
    setting.email.fault = None
    setting.deliver(COMMAND, failures=1)
    assert len(setting.email.sent) == 1


def test_gives_up_at_once_what_will_never_work(setting):
    setting.email.fault = Refused("the relay refuses the address")
    setting.deliver(COMMAND)
    setting.deliver({**COMMAND, "id": "c2", "values": {}})
    setting.deliver(b"{")
    setting.deliver([])
    assert [queue for queue, _, _ in setting.channel.published] == [DEAD] * 4


def test_tells_the_customer_of_an_order(setting):
    order = {"id": "4f2a9c1b", "userId": "u1", "total": 2380, "currency": "EUR"}
    setting.deliver({"eventId": "e1", "type": "order.confirmed", "order": order}, queue=ORDERS)
    assert setting.email.sent == [("u1@shop.example", "Your order 4f2a9c1b is confirmed")]
    setting.deliver({"eventId": "e2"}, queue=ORDERS)
    assert setting.channel.published[-1][0] == DEAD


def test_messages_wait_in_a_queue_that_leads_back(setting):
    declare(setting.channel)
    arguments = setting.channel.queues[waiting_queue(ORDERS, 16)]
    assert (arguments["x-message-ttl"], arguments["x-dead-letter-routing-key"]) == (16_000, ORDERS)
