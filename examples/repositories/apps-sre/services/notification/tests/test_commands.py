import pytest

from notification.commands import NotACommand, command_of, command_of_event

COMMAND = {"id": "c1", "template": "order-shipped", "channel": "email", "to": "a@shop.example", "values": {"order": "1"}}
EVENT = {
    "eventId": "e1",
    "type": "order.confirmed",
    "order": {"id": "4f2a9c1b-77aa", "userId": "u1", "total": 2380, "currency": "EUR"},
}


def test_reads_a_command():
    command = command_of(COMMAND)
    assert (command.id, command.values) == ("c1", {"order": "1"})
    assert command_of({**COMMAND, "channel": "sms", "to": "+4930123456"}).channel == "sms"


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": ""},
        {"id": 7},
        {"to": "nobody"},
        {"to": "a@shop.example, b@shop.example"},
        {"channel": "fax"},
        {"channel": "sms"},
        {"channel": "sms", "to": "030123456"},
        {"values": []},
    ],
)
def test_refuses_what_is_no_command(wrong):
    with pytest.raises(NotACommand):
        command_of({**COMMAND, **wrong})


def test_refuses_what_is_no_object():
    with pytest.raises(NotACommand):
        command_of([COMMAND])


def test_makes_a_command_of_an_event():
    command = command_of_event(EVENT, "a@shop.example")
    assert (command.id, command.template, command.to) == ("event-e1", "order-confirmed", "a@shop.example")
    assert command.values["total"] == "23.80 EUR"


def test_tells_nobody_about_other_events():
    with pytest.raises(NotACommand):
        command_of_event({**EVENT, "type": "order.reserved"}, "a@shop.example")
