from recommendations.cooccurrence import LARGEST_BASKET, Cooccurrence


def learned(*baskets: str, remember: int = 1_000) -> Cooccurrence:
    """A model that learned baskets, each written as letters: one item a letter."""
    model = Cooccurrence(remember)
    for basket in baskets:
        model.learn(list(basket))
    return model


def names(model: Cooccurrence, sku: str, limit: int = 5) -> list[str]:
    return [found.sku for found in model.suggest(sku, limit)]


def test_what_everybody_buys_does_not_crowd_out_what_belongs_together():
    # b is in every basket, so that it stands beside a says nothing; c stands only beside a.
    model = learned(*["abc"] * 3, "ab", *["bd"] * 8)
    assert names(model, "a") == ["c", "b"]
    c, b = model.suggest("a")
    assert (c.lift, c.support) == (3.0, 3)
    assert (b.lift, b.support) == (1.0, 4)


def test_two_common_baskets_are_not_enough():
    assert names(learned("ab", "ab"), "a") == []
    assert names(learned("ab", "ab", "ab"), "a") == ["b"]


def test_an_item_counts_once_a_basket():
    assert names(learned("aab", "abb"), "a") == []


def test_works_in_both_directions():
    model = learned(*["az"] * 3)
    assert (names(model, "a"), names(model, "z")) == (["z"], ["a"])


def test_forgets_the_oldest_baskets():
    model = learned(*["ab"] * 3, *["cd"] * 3, remember=3)
    assert (names(model, "a"), names(model, "c"), len(model)) == ([], ["d"], 3)


def test_ignores_baskets_that_say_nothing():
    model = learned("a", "")
    model.learn([str(number) for number in range(LARGEST_BASKET + 1)])
    assert len(model) == 0


def test_keeps_to_the_limit_and_to_one_order():
    model = learned(*["abcd"] * 3)
    assert names(model, "a", 2) == ["b", "c"]
    assert names(model, "unknown") == []
