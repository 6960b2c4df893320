"""What Prometheus reads: every request by route, method and status."""

import time

from flask import Flask, Response, g, request
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.process_collector import ProcessCollector

_LABELS = ("route", "method", "status")
_PROBES = {"/health", "/ready", "/metrics"}
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)


def measure(app: Flask) -> CollectorRegistry:
    """Adds /metrics and measures every request by the rule of its route. Answers the registry, for more metrics."""
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    requests = Counter("http_requests_total", "Requests answered.", _LABELS, registry=registry)
    durations = Histogram(
        "http_request_duration_seconds",
        "Seconds from a request to its answer.",
        _LABELS,
        buckets=_BUCKETS,
        registry=registry,
    )

    @app.before_request
    def start() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def observe(response: Response) -> Response:
        route = request.url_rule.rule if request.url_rule else "unmatched"
        if route not in _PROBES:
            labels = (route, request.method, str(response.status_code))
            requests.labels(*labels).inc()
            durations.labels(*labels).observe(time.perf_counter() - g.started)
        return response

    @app.get("/metrics")
    def metrics() -> Response:
        return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)

    return registry
