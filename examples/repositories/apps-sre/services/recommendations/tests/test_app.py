import pytest

from recommendations.app import create_app


@pytest.fixture
def client():
    return create_app().test_client()


def test_learns_and_recommends(client):
    for _ in range(3):
        assert client.post("/baskets", json={"skus": ["MUG", "TEA"]}).status_code == 202
    assert client.get("/recommendations/MUG").json == [{"sku": "TEA", "lift": 1.0, "support": 3}]
    assert "recommendations_baskets 3.0" in client.get("/metrics").text


def test_knows_nothing_in_the_beginning(client):
    assert client.get("/recommendations/MUG").json == []


@pytest.mark.parametrize("limit", ["0", "21", "-1", "1.5", "many", ""])
def test_refuses_limits_out_of_range(client, limit):
    answer = client.get("/recommendations/MUG", query_string={"limit": limit})
    assert answer.status_code == 400
    assert answer.content_type == "application/problem+json"


@pytest.mark.parametrize("body", [{}, [], {"skus": "MUG"}, {"skus": [1]}, {"skus": [""]}])
def test_refuses_what_is_no_basket(client, body):
    assert client.post("/baskets", json=body).status_code == 400


def test_counts_requests_by_route(client):
    client.get("/recommendations/a")
    client.get("/recommendations/b")
    client.get("/nowhere")
    client.get("/health")
    text = client.get("/metrics").text
    assert 'http_requests_total{method="GET",route="/recommendations/<sku>",status="200"} 2.0' in text
    assert 'http_requests_total{method="GET",route="unmatched",status="404"} 1.0' in text
    assert 'route="/health"' not in text
