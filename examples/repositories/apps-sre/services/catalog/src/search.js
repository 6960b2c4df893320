import { breadcrumb } from './categories.js';

const IN_NAME = 3;
const IN_CATEGORY = 1;
/** What the beginning of a word is worth beside the whole of it. */
const BEGINNING = 0.5;

/** Words of a text as they are compared: lower case, without accents. */
export function wordsOf(text) {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(word => word.length > 0);
}

/**
 * Products that hold every word of a query, in their name or in the names of their categories, best match first; what
 * is available comes before what is not, equals in order of their name.
 */
export function search(products, query) {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  return products
    .map(product => ({ product, score: scoreOf(product, wanted) }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score ||
        Number(b.product.available) - Number(a.product.available) ||
        a.product.name.localeCompare(b.product.name),
    )
    .map(({ product }) => product);
}

function scoreOf(product, wanted) {
  const name = wordsOf(product.name);
  const category = wordsOf(breadcrumb(product.category).join(' '));
  let score = 0;
  for (const word of wanted) {
    const best = Math.max(
      match(name, word) * IN_NAME,
      match(category, word) * IN_CATEGORY,
    );
    if (best === 0) return 0;
    score += best;
  }
  return score;
}

function match(words, wanted) {
  if (words.includes(wanted)) return 1;
  return words.some(word => word.startsWith(wanted)) ? BEGINNING : 0;
}
