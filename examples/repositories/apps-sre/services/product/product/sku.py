"""Stock keeping units: three letters, four digits and a check digit, for example MUG-1001-5."""

import re

_SHAPE = re.compile(r"^([A-Z]{3})-(\d{4})-(\d)$")


def check_digit(letters: str, digits: str) -> int:
    """The digit that makes the weighted sum a multiple of ten.

    Letters count as their place in the alphabet. Weights alternate between 3 and 1, so that a wrong digit and most
    swapped neighbours are noticed.
    """
    values = [ord(letter) - ord("A") + 1 for letter in letters] + [int(digit) for digit in digits]
    total = sum(value * (3 if index % 2 == 0 else 1) for index, value in enumerate(values))
    return -total % 10


def is_valid(sku: str) -> bool:
    """True when the text has the shape of a SKU and its check digit is right."""
    match = _SHAPE.match(sku)
    return bool(match) and check_digit(match[1], match[2]) == int(match[3])
