import type { Labels } from './labels';

/**
 * The id of a reference: the `sloth_id`, and behind it the labels that tell it from others of the same id, as PromQL
 * writes them: `orders-availability{cluster="eu"}`.
 */
export function formatSloId({
  id,
  variant,
}: {
  id: string;
  variant: Labels;
}): string {
  const matchers = Object.entries(variant)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  // A brace in the name must not be taken for the labels.
  return matchers.length > 0 || id.includes('{')
    ? `${id}{${matchers.join(',')}}`
    : id;
}
