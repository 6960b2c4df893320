import type { SloFormat } from '../specification/SloSpecification';
import type { RecordingRule } from './RuleGroup';
import { correctionRules } from './denominatorCorrection';
import {
  BUDGET_REMAINING_SERIES,
  CURRENT_BURN_SERIES,
  ERROR_BUDGET_SERIES,
  INFO_SERIES,
  OBJECTIVE_SERIES,
  PERIOD_BURN_SERIES,
  TIME_PERIOD_SERIES,
  errorRatioSeries,
} from './names';
import type { SloPlan } from './planSlo';

const SLOTH_MODES: Record<SloFormat, string> = {
  'prometheus/v1': 'cli-gen-prom',
  'sloth.slok.dev/v1': 'cli-gen-k8s',
  'openslo/v1': 'cli-gen-openslo',
  'openslo/v1alpha': 'cli-gen-openslo',
};

/** What is said about the objective, and what follows from the share of errors. */
export function metadataRules(plan: SloPlan): RecordingRule[] {
  const { slo, labels, selector, periodSeconds, windows } = plan;
  const objective = slo.objective / 100;
  const shortSeconds = windows.page.quick.shortSeconds;
  return [
    { record: OBJECTIVE_SERIES, expr: `vector(${objective})`, labels },
    { record: ERROR_BUDGET_SERIES, expr: `vector(1-${objective})`, labels },
    {
      record: TIME_PERIOD_SERIES,
      expr: `vector(${periodSeconds / 3_600 / 24})`,
      labels,
    },
    {
      record: CURRENT_BURN_SERIES,
      expr: burnRate(shortSeconds, selector),
      labels,
    },
    {
      record: PERIOD_BURN_SERIES,
      expr: burnRate(periodSeconds, selector),
      labels,
    },
    {
      record: BUDGET_REMAINING_SERIES,
      expr: `1 - ${PERIOD_BURN_SERIES}${selector}`,
      labels,
    },
    {
      record: INFO_SERIES,
      expr: 'vector(1)',
      labels: { ...labels, ...infoLabels(plan) },
    },
    ...correctionRules(plan),
  ];
}

function burnRate(seconds: number, selector: string): string {
  return [
    `${errorRatioSeries(seconds)}${selector}`,
    '/ on(sloth_id, sloth_slo, sloth_service) group_left',
    `${ERROR_BUDGET_SERIES}${selector}`,
    '',
  ].join('\n');
}

function infoLabels({ slo, format, options }: SloPlan): Record<string, string> {
  const labels: Record<string, string> = {
    sloth_mode: SLOTH_MODES[format],
    sloth_objective: String(slo.objective),
    sloth_spec: format,
    sloth_version: options.version,
  };
  if (options.mode === 'sloth') return labels;
  labels.sloth_mode = 'shopstack-guarded';
  if (slo.timeWindow?.kind === 'calendar') {
    const { unit, count, startTime, timeZone } = slo.timeWindow;
    labels.slo_window_kind = 'calendar';
    labels.slo_window = count === 1 ? unit : `${count} ${unit}s`;
    labels.slo_window_start = startTime;
    labels.slo_time_zone = timeZone;
  }
  if (slo.budgeting.method !== 'occurrences') {
    labels.slo_budgeting = slo.budgeting.method;
  }
  return labels;
}
