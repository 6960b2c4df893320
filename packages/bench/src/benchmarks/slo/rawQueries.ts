/** Asks Prometheus itself, and reads the whole answer as its own pages do. */
export async function askRaw(
  url: string,
  path: string,
  parameters: Record<string, string>,
): Promise<any> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(parameters),
  });
  const body = (await response.json()) as { status: string; data: any };
  if (body.status !== 'success') throw new Error('Prometheus refused a query');
  return body.data;
}

/** Everything that the rules record of all objectives, in one query. */
export const ALL_RECORDED = '{__name__=~"sloth_slo_info|slo:.+"}';

/** What a page without batches asks for each objective. */
export const perObjective = (id: string) => [
  `slo:period_error_budget_remaining:ratio{sloth_id="${id}"}`,
  `slo:current_burn_rate:ratio{sloth_id="${id}"}`,
  `ALERTS{sloth_id="${id}"}`,
];
