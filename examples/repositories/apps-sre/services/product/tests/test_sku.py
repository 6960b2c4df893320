import pytest

from product.sku import check_digit, is_valid


def test_knows_a_sku_by_its_check_digit():
    assert is_valid("MUG-1001-5")
    assert [is_valid(f"MUG-1001-{digit}") for digit in range(10)].count(True) == 1


@pytest.mark.parametrize("sku", ["", "MUG10015", "mug-1001-5", "MU-1001-5", "MUG-101-5", "MUG-1001-5 ", "MUG-1001-57"])
def test_refuses_other_shapes(sku):
    assert not is_valid(sku)


def test_every_single_wrong_digit_is_noticed():
    for place in range(4):
        for digit in "0123456789":
            digits = "1001"[:place] + digit + "1001"[place + 1 :]
            assert (check_digit("MUG", digits) == 5) == (digits == "1001")
