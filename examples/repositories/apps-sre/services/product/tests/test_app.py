import pytest
from fastapi.testclient import TestClient

from product.app import create_app
from product.sku import check_digit
from product.store import Products


def sku(number: int) -> str:
    digits = f"{number:04}"
    return f"MUG-{digits}-{check_digit('MUG', digits)}"


def body(number: int, **more) -> dict:
    return {"sku": sku(number), "name": f"Mug {number}", "category": "mugs", "price": "12.50", **more}


@pytest.fixture
def client() -> TestClient:
    return TestClient(create_app(Products()))


def test_starts_with_an_assortment():
    assert len(TestClient(create_app()).get("/products").json()) == 3


def test_adds_reads_and_prices_a_product(client):
    assert client.post("/products", json=body(1)).status_code == 201
    assert client.get(f"/products/{sku(1)}").json() == body(1)
    price = client.get(f"/products/{sku(1)}/price", params={"currency": "JPY"}).json()
    assert price == {"sku": sku(1), "currency": "JPY", "amount": 2043, "formatted": "2043 JPY"}


def test_pages_in_order_whatever_the_order_of_adding(client):
    for number in (3, 1, 2):
        client.post("/products", json=body(number))
    first = client.get("/products", params={"limit": 2}).json()
    assert [product["sku"] for product in first] == [sku(1), sku(2)]
    rest = client.get("/products", params={"limit": 2, "after": sku(2)}).json()
    assert [product["sku"] for product in rest] == [sku(3)]


def test_a_sku_is_taken_once(client):
    client.post("/products", json=body(1))
    answer = client.post("/products", json=body(1, name="Another"))
    assert answer.status_code == 409
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "wrong", [{"sku": "MUG-0001-0"}, {"name": ""}, {"category": "Big Mugs"}, {"price": "0"}, {"price": "1.005"}]
)
def test_refuses_what_is_not_a_product(client, wrong):
    answer = client.post("/products", json=body(1, **wrong))
    assert answer.status_code == 422
    assert next(iter(wrong)) in answer.json()["detail"]


def test_says_what_is_missing(client):
    assert client.get("/products/none").json()["title"] == "Not Found"
    client.post("/products", json=body(1))
    answer = client.get(f"/products/{sku(1)}/price", params={"currency": "XAU"})
    assert answer.status_code == 400


def test_counts_requests_by_route(client):
    client.get("/products/a")
    client.get("/products/b")
    client.get("/nowhere")
    client.get("/health")
    text = client.get("/metrics").text
    assert 'http_requests_total{method="GET",route="/products/{sku}",status="404"} 2.0' in text
    assert 'route="unmatched"' in text
    assert "http_request_duration_seconds_bucket" in text
    assert 'route="/health"' not in text
