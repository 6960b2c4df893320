"""Where products are kept: in memory, in order of their SKU."""

from bisect import bisect_right, insort

from product.models import Product


class Taken(Exception):
    """There is a product with this SKU."""


class Products:
    """Products by SKU."""

    def __init__(self, products: list[Product] | None = None) -> None:
        self._by_sku: dict[str, Product] = {}
        self._skus: list[str] = []
        for product in products or []:
            self.add(product)

    def add(self, product: Product) -> None:
        """Adds a product. Raises Taken when its SKU is in use."""
        if product.sku in self._by_sku:
            raise Taken(product.sku)
        self._by_sku[product.sku] = product
        insort(self._skus, product.sku)

    def get(self, sku: str) -> Product | None:
        """The product of a SKU, if there is one."""
        return self._by_sku.get(sku)

    def page(self, after: str, limit: int) -> list[Product]:
        """The products that follow a SKU. An empty SKU comes before all."""
        start = bisect_right(self._skus, after)
        return [self._by_sku[sku] for sku in self._skus[start : start + limit]]
