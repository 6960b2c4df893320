import type {
  Sli,
  SloDocument,
  SloSpecification,
} from '../../specification/SloSpecification';

/** 99.9 % of the requests of a checkout. */
export const AVAILABILITY: Sli = {
  kind: 'events',
  errorQuery:
    'sum(rate(requests_total{job="checkout",code=~"5.."}[{{.window}}]))',
  totalQuery: 'sum(rate(requests_total{job="checkout"}[{{.window}}]))',
};

/** Every kind of SLI that files state. */
export const SLIS: Record<string, Sli> = {
  availability: AVAILABILITY,
  latency: {
    kind: 'events',
    errorQuery:
      'sum(rate(latency_count{job="checkout"}[{{ .window }}]))\n-\nsum(rate(latency_bucket{job="checkout",le="0.4"}[{{ .window }}]))',
    totalQuery: 'sum(rate(latency_count{job="checkout"}[{{ .window }}]))',
  },
  'by cluster': {
    kind: 'events',
    errorQuery:
      'sum by (cluster) (increase(requests_total{code=~"5.."}[{{.window}}]))',
    totalQuery: 'sum by (cluster) (increase(requests_total[{{.window}}]))',
  },
  gauge: {
    kind: 'events',
    errorQuery:
      'sum(count_over_time(up[{{.window}}])) - sum(sum_over_time(up[{{.window}}])) # what is down',
    totalQuery: 'sum(count_over_time(up[{{.window}}]))',
  },
  'raw good share': {
    kind: 'raw',
    errorRatioQuery:
      '1 - (\n  sum(rate(requests_total{code!~"5.."}[{{.window}}]))\n  /\n  sum(rate(requests_total[{{.window}}]))\n)',
  },
  'raw opaque': {
    kind: 'raw',
    errorRatioQuery: 'avg(avg_over_time(probe_failed[{{.window}}]))',
  },
};

/** An objective with everything usual, but for what is given. */
export function sloOf(
  changes: Partial<SloSpecification> = {},
): SloSpecification {
  return {
    service: 'checkout',
    name: 'availability',
    objective: 99.9,
    labels: { category: 'availability', team: 'checkout' },
    sli: AVAILABILITY,
    budgeting: { method: 'occurrences' },
    alerting: {
      name: 'CheckoutErrors',
      labels: { channel: 'checkout' },
      annotations: { runbook: 'https://runbooks.example/checkout' },
      page: {
        disable: false,
        labels: { severity: 'critical' },
        annotations: { summary: 'Customers cannot pay' },
      },
      ticket: {
        disable: false,
        labels: { severity: 'warning' },
        annotations: {},
      },
    },
    line: 7,
    ...changes,
  };
}

export function documentOf(
  slo: Partial<SloSpecification> = {},
  document: Partial<SloDocument> = {},
): SloDocument {
  return { format: 'prometheus/v1', slos: [sloOf(slo)], ...document };
}
