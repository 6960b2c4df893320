"""What Kubernetes and Prometheus ask of a worker."""

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from prometheus_client import CollectorRegistry, Counter, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.process_collector import ProcessCollector


class Metrics:
    """Messages by template and outcome."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._messages = Counter(
            "notifications_total", "Messages by outcome.", ("template", "outcome"), registry=self.registry
        )

    def count(self, template: str, outcome: str) -> None:
        """Counts one message."""
        self._messages.labels(template, outcome).inc()


def serve_probes(port: int, metrics: Metrics, ready: Callable[[], bool]) -> ThreadingHTTPServer:
    """Answers /health, /ready and /metrics from a thread of its own until it is shut down."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # noqa: N802, the name is the base class's
            if self.path == "/health":
                self._answer(200, b'{"status":"ok"}')
            elif self.path == "/ready":
                connected = ready()
                state = "serving" if connected else "connecting"
                self._answer(200 if connected else 503, json.dumps({"status": state}).encode())
            elif self.path == "/metrics":
                self._answer(200, generate_latest(metrics.registry), CONTENT_TYPE_LATEST)
            else:
                self._answer(404, b'{"title":"Not Found"}')

        def _answer(self, status: int, body: bytes, content_type: str = "application/json") -> None:
            self.send_response(status)
            self.send_header("content-type", content_type)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            """Probes are not worth a line."""

    server = ThreadingHTTPServer(("", port), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    return server
