"""Recommendations over HTTP, as openapi.yaml describes them."""

import json
from dataclasses import asdict

from flask import Flask, Response, jsonify, request
from prometheus_client import Gauge
from werkzeug.exceptions import BadRequest, HTTPException

from recommendations.cooccurrence import Cooccurrence
from recommendations.metrics import measure

MOST_AT_ONCE = 20


def create_app(model: Cooccurrence | None = None) -> Flask:
    """The application. Without a model of its own it starts with one that knows nothing."""
    app = Flask(__name__)
    known = model if model is not None else Cooccurrence()
    registry = measure(app)
    baskets = Gauge("recommendations_baskets", "Baskets that the model remembers.", registry=registry)
    baskets.set_function(lambda: len(known))

    @app.get("/health")
    def health():
        return jsonify(status="ok")

    @app.get("/ready")
    def ready():
        return jsonify(status="serving")

    @app.get("/recommendations/<sku>")
    def recommend(sku: str):
        suggestions = known.suggest(sku, _limit(request.args.get("limit", "5")))
        return jsonify([{**asdict(found), "lift": round(found.lift, 3)} for found in suggestions])

    @app.post("/baskets")
    def learn():
        body = request.get_json()
        skus = body.get("skus") if isinstance(body, dict) else None
        if not isinstance(skus, list) or not all(isinstance(sku, str) and sku for sku in skus):
            raise BadRequest("skus must be a list of SKUs")
        known.learn(skus)
        return Response(status=202)

    @app.errorhandler(HTTPException)
    def problem(error: HTTPException):
        content = {"type": "about:blank", "title": error.name, "status": error.code, "detail": error.description}
        return Response(json.dumps(content), status=error.code, content_type="application/problem+json")

    return app


def _limit(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_AT_ONCE:
        raise BadRequest(f"limit must be a whole number from 1 to {MOST_AT_ONCE}")
    return int(text)
