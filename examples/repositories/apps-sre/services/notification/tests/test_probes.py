import urllib.error
import urllib.request

import pytest

from notification.probes import Metrics, serve_probes


def get(server, path):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}{path}", timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@pytest.fixture
def state():
    return {"connected": False}


@pytest.fixture
def server(state):
    metrics = Metrics()
    metrics.count("order-shipped", "sent")
    server = serve_probes(0, metrics, lambda: state["connected"])
    yield server
    server.shutdown()
    server.server_close()


def test_lives_before_it_is_connected(server, state):
    assert get(server, "/health")[0] == 200
    assert get(server, "/ready")[0] == 503
    state["connected"] = True
    assert get(server, "/ready") == (200, '{"status": "serving"}')


def test_counts_messages(server):
    assert 'notifications_total{outcome="sent",template="order-shipped"} 1.0' in get(server, "/metrics")[1]
    assert get(server, "/nowhere")[0] == 404
