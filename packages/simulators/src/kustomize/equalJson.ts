import { isMap } from './manifest';

/** Whether two values are the same JSON; a field that is undefined is one that is absent. */
export function equalJson(one: unknown, other: unknown): boolean {
  if (isMap(one) && isMap(other)) {
    const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...fields].every(field => equalJson(one[field], other[field]));
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return (
      one.length === other.length &&
      one.every((value, index) => equalJson(value, other[index]))
    );
  }
  return one === other;
}
