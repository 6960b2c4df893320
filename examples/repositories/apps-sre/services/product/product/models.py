"""What is said over HTTP."""

from decimal import Decimal

from pydantic import BaseModel, Field, field_validator

from product.sku import is_valid


class Product(BaseModel):
    """A product as staff enter it. The price is in euros."""

    sku: str
    name: str = Field(min_length=1, max_length=120)
    category: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    price: Decimal = Field(gt=0, max_digits=9, decimal_places=2)

    @field_validator("sku")
    @classmethod
    def sku_must_check(cls, sku: str) -> str:
        """Refuses a mistyped SKU."""
        if not is_valid(sku):
            raise ValueError("not a SKU, or its check digit is wrong")
        return sku


class PriceAnswer(BaseModel):
    """The price of a product in one currency, in its smallest unit."""

    sku: str
    currency: str
    amount: int
    formatted: str
