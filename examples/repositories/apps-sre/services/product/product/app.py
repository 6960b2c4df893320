"""Products over HTTP, as openapi.yaml describes them."""

from decimal import Decimal
from typing import Annotated

from fastapi import FastAPI, HTTPException, Query

from product.metrics import measure
from product.models import PriceAnswer, Product
from product.pricing import UnknownCurrency, price_in
from product.problems import answer_problems
from product.store import Products, Taken

_ASSORTMENT = [
    Product(sku="MUG-1001-5", name="Café mug", category="mugs", price=Decimal("12.50")),
    Product(sku="TEE-2001-5", name="Logo shirt", category="shirts", price=Decimal("24.90")),
    Product(sku="BAG-3001-6", name="Canvas bag", category="bags", price=Decimal("18.00")),
]


def create_app(products: Products | None = None) -> FastAPI:
    """The application. Without products of its own it starts with the small assortment of a demo shop."""
    app = FastAPI(title="Product API", docs_url=None, redoc_url=None)
    store = products if products is not None else Products(_ASSORTMENT)
    measure(app)
    answer_problems(app)

    def find(sku: str) -> Product:
        product = store.get(sku)
        if product is None:
            raise HTTPException(404, f"There is no product {sku}")
        return product

    @app.get("/health", include_in_schema=False)
    def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/ready", include_in_schema=False)
    def ready() -> dict[str, str]:
        return {"status": "serving"}

    @app.get("/products")
    def list_products(after: str = "", limit: Annotated[int, Query(ge=1, le=100)] = 20) -> list[Product]:
        return store.page(after, limit)

    @app.post("/products", status_code=201)
    def create_product(product: Product) -> Product:
        try:
            store.add(product)
        except Taken as error:
            raise HTTPException(409, f"{product.sku} is taken") from error
        return product

    @app.get("/products/{sku}")
    def read_product(sku: str) -> Product:
        return find(sku)

    @app.get("/products/{sku}/price")
    def read_price(sku: str, currency: str = "EUR") -> PriceAnswer:
        try:
            price = price_in(currency, find(sku).price)
        except UnknownCurrency as error:
            raise HTTPException(400, str(error)) from error
        return PriceAnswer(sku=sku, currency=price.currency.code, amount=price.amount, formatted=price.formatted)

    return app
