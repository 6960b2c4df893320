"""Runs the worker: python -m notification."""

import logging
import os
import signal
import sys
import time
from types import SimpleNamespace

import pika
from pika.exceptions import AMQPError

from notification.addresses import Addresses
from notification.channels import Channel, Email, LogOnly, TextMessage
from notification.dispatcher import Dispatcher
from notification.probes import Metrics, serve_probes
from notification.worker import COMMANDS, ORDERS, Worker, declare

RECONNECT_SECONDS = 5
_log = logging.getLogger("notification")


def channels_of(environment: dict[str, str]) -> dict[str, Channel]:
    """The channels that are configured; the others only write to the log."""
    email: Channel = LogOnly("e-mail")
    if host := environment.get("SMTP_HOST"):
        email = Email(host, int(environment.get("SMTP_PORT", "587")), environment["SMTP_SENDER"])
    sms: Channel = LogOnly("text messages")
    if url := environment.get("SMS_URL"):
        sms = TextMessage(url, environment["SMS_TOKEN"])
    return {"email": email, "sms": sms}


def consume(url: str, worker: Worker, state: SimpleNamespace) -> None:
    """Takes messages until the connection breaks or the process is told to stop."""
    connection = pika.BlockingConnection(pika.URLParameters(url))
    state.connection = connection
    channel = connection.channel()
    declare(channel)
    channel.basic_qos(prefetch_count=10)
    for queue in (COMMANDS, ORDERS):

        def deliver(source, method, properties, body, queue=queue):
            worker.on_message(source, queue, method.delivery_tag, properties.headers, body)

        channel.basic_consume(queue, deliver)
    _log.info("connected")
    channel.start_consuming()


def main() -> None:
    """Connects, and connects again when the broker goes away."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("pika").setLevel(logging.CRITICAL)  # tells every failure six times; we tell it once
    url = os.environ.get("RABBITMQ_URL", "amqp://localhost:5672")
    state = SimpleNamespace(connection=None, stopping=False)
    metrics = Metrics()
    worker = Worker(
        Dispatcher(channels_of(dict(os.environ))),
        Addresses(os.environ.get("USER_URL", "http://localhost:8081")),
        metrics.count,
        lambda headers: pika.BasicProperties(delivery_mode=2, headers=headers),
    )
    connected = lambda: state.connection is not None and state.connection.is_open and not state.stopping  # noqa: E731
    serve_probes(int(os.environ.get("PORT", "8080")), metrics, connected)

    def stop(*_arguments: object) -> None:
        state.stopping = True
        sys.exit(0)  # messages that were not acknowledged go back to their queue

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    while not state.stopping:
        try:
            consume(url, worker, state)
        except (AMQPError, OSError) as error:
            reason = str(error) or type(error).__name__
            _log.warning("no connection, trying again in %d s: %s", RECONNECT_SECONDS, reason)
            time.sleep(RECONNECT_SECONDS)


if __name__ == "__main__":
    main()
