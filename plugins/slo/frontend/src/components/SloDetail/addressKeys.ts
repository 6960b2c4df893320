/** What the address of an objective's page carries. */
export const DETAIL_KEYS = [
  'range',
  'from',
  'to',
  'scale',
  'live',
  'calendar',
  'open',
  'table',
] as const;

export type DetailKey = (typeof DETAIL_KEYS)[number];

/** Names in an address, separated by commas. */
export function readNames(text: string | null): string[] {
  return (text ?? '').split(',').filter(Boolean);
}

/** A list with one name more or less, in the order of the alphabet so that the same choice is the same address. */
export function toggleName(names: string[], name: string): string[] {
  const others = names.filter(each => each !== name);
  return others.length < names.length ? others : [...names, name].sort();
}
