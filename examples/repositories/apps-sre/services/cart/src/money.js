/**
 * A share of an amount, rounded half up to whole cents.
 *
 * @param {number} cents whole cents, not negative
 * @param {number} rate hundredths of a percent: 1900 is 19 %
 */
export function share(cents, rate) {
  return Math.floor((cents * rate + 5_000) / 10_000);
}

/**
 * Divides an amount over weights so that the parts add up to it. Each part is rounded down; the cents left over go,
 * one each, to the parts that lost the largest fraction, and among equals to the first.
 */
export function allocate(cents, weights) {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map(weight => (cents * weight) / sum);
  const parts = exact.map(Math.floor);
  let left = cents - parts.reduce((total, part) => total + part, 0);
  const byLoss = exact
    .map((value, index) => ({ index, loss: value - parts[index] }))
    .sort((a, b) => b.loss - a.loss || a.index - b.index);
  for (const { index } of byLoss) {
    if (left === 0) break;
    parts[index] += 1;
    left -= 1;
  }
  return parts;
}
