"""Ways to reach a person."""

import json
import logging
import smtplib
import urllib.error
import urllib.request
from email.message import EmailMessage
from typing import Protocol

from notification.templates import Message

_TIMEOUT_SECONDS = 10
_log = logging.getLogger(__name__)


class Refused(Exception):
    """The provider will not take this message, now or later."""


class Channel(Protocol):
    """Sends a message. Raises Refused, or OSError when another attempt may work."""

    def send(self, to: str, message: Message) -> None:
        """Sends one message to one person."""


class Email:
    """Sends through an SMTP relay with STARTTLS."""

    def __init__(self, host: str, port: int, sender: str) -> None:
        self._host, self._port, self._sender = host, port, sender

    def send(self, to: str, message: Message) -> None:
        """Sends one e-mail."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = self._sender, to, message.subject
        mail.set_content(message.body)
        try:
            with smtplib.SMTP(self._host, self._port, timeout=_TIMEOUT_SECONDS) as relay:
                relay.starttls()
                relay.send_message(mail)
        except smtplib.SMTPRecipientsRefused as error:
            raise Refused("the relay refuses the address") from error


class TextMessage:
    """Sends through a provider's HTTP API."""

    def __init__(self, url: str, token: str) -> None:
        self._url, self._token = url, token

    def send(self, to: str, message: Message) -> None:
        """Sends one text message."""
        request = urllib.request.Request(
            self._url,
            data=json.dumps({"to": to, "text": message.body}).encode(),
            headers={"content-type": "application/json", "authorization": f"Bearer {self._token}"},
        )
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT_SECONDS):
                pass
        except urllib.error.HTTPError as error:
            # 408 and 429 ask to come back; other answers of this class will not change.
            if 400 <= error.code < 500 and error.code not in (408, 429):
                raise Refused(f"the provider answered {error.code}") from error
            raise


class LogOnly:
    """Where no provider is configured: writes that there was a message, and neither its words nor its address."""

    def __init__(self, name: str) -> None:
        self._name = name

    def send(self, to: str, message: Message) -> None:
        """Writes one line."""
        _log.info("%s is not configured, a message of %d letters is dropped", self._name, len(message.body))
