/** The order in which a change travels when the configuration names none. */
export const DEFAULT_ENVIRONMENT_ORDER: readonly string[] = [
  'dev',
  'staging',
  'prod',
];

const SAME_PLACE: Record<string, string> = {
  production: 'prod',
  stage: 'staging',
};

/** `production` stands where `prod` stands and `stage` where `staging` does. Only for ordering: names stay as written. */
export function environmentRank(
  environment: string,
  order: readonly string[] = DEFAULT_ENVIRONMENT_ORDER,
): number {
  const exact = order.indexOf(environment);
  if (exact >= 0) {
    return exact;
  }
  const place = (name: string) =>
    SAME_PLACE[name.toLowerCase()] ?? name.toLowerCase();
  const alike = order.findIndex(name => place(name) === place(environment));
  return alike >= 0 ? alike : order.length;
}

/** Sorts environments along the way of a change; those that the order does not name come last, by name. */
export function compareEnvironments(
  a: string,
  b: string,
  order: readonly string[] = DEFAULT_ENVIRONMENT_ORDER,
): number {
  const byRank = environmentRank(a, order) - environmentRank(b, order);
  return byRank !== 0 ? byRank : a.localeCompare(b, 'en');
}
