from decimal import Decimal

import pytest

from product.pricing import CURRENCIES, Currency, UnknownCurrency, price_in


@pytest.mark.parametrize(
    ("code", "euros", "amount", "formatted"),
    [
        ("EUR", "12.50", 1250, "12.50 EUR"),
        ("usd", "12.50", 1354, "13.54 USD"),  # 13.5425
        ("JPY", "12.50", 2043, "2043 JPY"),  # 2043.375
        ("SEK", "0.01", 11, "0.11 SEK"),  # 0.11246
    ],
)
def test_converts_to_the_smallest_unit(code, euros, amount, formatted):
    price = price_in(code, Decimal(euros))
    assert (price.amount, price.formatted) == (amount, formatted)


def test_rounds_half_up_and_not_half_to_even(monkeypatch):
    monkeypatch.setitem(CURRENCIES, "TST", Currency("TST", 2, Decimal("0.5")))
    assert price_in("TST", Decimal("0.01")).amount == 1  # 0.5 cents
    assert price_in("TST", Decimal("0.05")).amount == 3  # 2.5 cents, 2 when rounded to even


def test_refuses_other_currencies():
    with pytest.raises(UnknownCurrency, match="XAU"):
        price_in("XAU", Decimal("1"))
