/** What a query may hold. */
export type QueryValue = string | number | boolean | readonly string[];

/**
 * The query of a URL with its question mark, every value encoded; lists repeat their key, and what is undefined is left
 * out. Answers an empty string where nothing is left.
 */
export function queryString(
  values: Record<string, QueryValue | undefined>,
): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    for (const each of value === undefined ? [] : [value].flat()) {
      query.append(key, String(each));
    }
  }
  return query.size > 0 ? `?${query}` : '';
}
