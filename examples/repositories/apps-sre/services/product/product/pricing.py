"""Prices in the currencies that the shop sells in."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


class UnknownCurrency(ValueError):
    """The shop does not sell in this currency."""


@dataclass(frozen=True)
class Currency:
    """How a currency is written and what one euro costs in it."""

    code: str
    decimals: int
    rate: Decimal


@dataclass(frozen=True)
class Price:
    """An amount in the smallest unit of its currency."""

    currency: Currency
    amount: int

    @property
    def formatted(self) -> str:
        """The amount as a decimal number with its currency, for example 12.50 EUR."""
        value = Decimal(self.amount).scaleb(-self.currency.decimals)
        return f"{value:.{self.currency.decimals}f} {self.currency.code}"


CURRENCIES = {
    currency.code: currency
    for currency in (
        Currency("EUR", 2, Decimal("1")),
        Currency("USD", 2, Decimal("1.0834")),
        Currency("GBP", 2, Decimal("0.8561")),
        Currency("SEK", 2, Decimal("11.2460")),
        Currency("JPY", 0, Decimal("163.47")),
    )
}


def price_in(code: str, euros: Decimal) -> Price:
    """Converts euros, rounding half up to the smallest unit of the currency.

    Raises UnknownCurrency for a currency that is not listed.
    """
    currency = CURRENCIES.get(code.upper())
    if currency is None:
        raise UnknownCurrency(f"The shop does not sell in {code}")
    units = (euros * currency.rate).scaleb(currency.decimals)
    return Price(currency, int(units.quantize(Decimal(1), rounding=ROUND_HALF_UP)))
