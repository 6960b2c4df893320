"""Which products stand together in baskets more often than chance would have it."""

from collections import Counter, deque
from dataclasses import dataclass
from itertools import combinations
from threading import Lock

# Fewer common baskets say nothing.
LEAST_SUPPORT = 3
# A basket larger than this is a reseller's, and would tie everything to everything.
LARGEST_BASKET = 50


@dataclass(frozen=True)
class Suggestion:
    """A product that goes with another. A lift of 2 means: twice as often together as if by chance."""

    sku: str
    lift: float
    support: int


class Cooccurrence:
    """Counts of the newest baskets. Safe to use from several threads."""

    def __init__(self, remember: int = 50_000) -> None:
        self._lock = Lock()
        self._remember = remember
        self._baskets: deque[tuple[str, ...]] = deque()
        self._items: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()

    def learn(self, skus: list[str]) -> None:
        """Adds a basket, and forgets the oldest one when there are too many. An item counts once a basket."""
        basket = tuple(sorted(set(skus)))
        if not 2 <= len(basket) <= LARGEST_BASKET:
            return
        with self._lock:
            self._baskets.append(basket)
            self._count(basket, 1)
            if len(self._baskets) > self._remember:
                self._count(self._baskets.popleft(), -1)

    def suggest(self, sku: str, limit: int = 5) -> list[Suggestion]:
        """Products that go with one, highest lift first; among equals the better supported, then by SKU."""
        with self._lock:
            suggestions = [
                Suggestion(other, self._lift(sku, other, support), support)
                for other, support in self._partners(sku)
                if support >= LEAST_SUPPORT
            ]
        suggestions.sort(key=lambda found: (-found.lift, -found.support, found.sku))
        return suggestions[:limit]

    def __len__(self) -> int:
        return len(self._baskets)

    def _partners(self, sku: str):
        for (first, second), support in self._pairs.items():
            if first == sku:
                yield second, support
            elif second == sku:
                yield first, support

    def _lift(self, sku: str, other: str, support: int) -> float:
        return support * len(self._baskets) / (self._items[sku] * self._items[other])

    def _count(self, basket: tuple[str, ...], step: int) -> None:
        for counter, keys in ((self._items, basket), (self._pairs, combinations(basket, 2))):
            for key in keys:
                counter[key] += step
                if counter[key] == 0:
                    del counter[key]
