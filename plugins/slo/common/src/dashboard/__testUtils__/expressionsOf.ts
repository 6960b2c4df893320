/** Every PromQL of a dashboard, with a range where Grafana puts that of the panel. */
export function expressionsOf(dashboard: Record<string, unknown>): string[] {
  const panels = dashboard.panels as { targets?: { expr: string }[] }[];
  return panels.flatMap(({ targets }) =>
    (targets ?? []).map(({ expr }) => expr.replaceAll('$__range', '30d')),
  );
}
