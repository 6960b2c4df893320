import { prometheusDuration } from '@shopstack/plugin-slo-common';

/** An objective of the measured overview, with the shares of errors that its series say. */
export interface BenchObjective {
  service: string;
  name: string;
  id: string;
  objective: number;
  /** By the seconds of their windows. */
  errorRatios: Map<number, number>;
  /** Events of the period. */
  total: number;
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
export const PERIOD = 30 * DAY;
const WINDOWS = [
  5 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  6 * HOUR,
  DAY,
  3 * DAY,
  PERIOD,
];
const SERVICES = 100;
const OBJECTIVES = [99.9, 99.95, 99, 99.5, 95];

/** Five hundred objectives of a hundred services, from fully kept to far overspent. */
export const objectives: BenchObjective[] = Array.from(
  { length: SERVICES * OBJECTIVES.length },
  (_, index) => {
    const service = `service-${index % SERVICES}`;
    const objective = OBJECTIVES[Math.floor(index / SERVICES)];
    const name = `objective-${objective}`;
    const budget = (100 - objective) / 100;
    return {
      service,
      name,
      id: `${service}-${name}`,
      objective,
      errorRatios: new Map(
        WINDOWS.map((seconds, window) => [
          seconds,
          budget * (((index * 7 + window * 3) % 120) / 100),
        ]),
      ),
      total: 10_000 + index * 1_000,
    };
  },
);

/** One recorded series of an objective and its value. */
export interface RecordedSeries {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** Every series that the rules of an objective record. */
export function recordedSeries(slo: BenchObjective): RecordedSeries[] {
  const budget = 1 - slo.objective / 100;
  const labels = {
    sloth_id: slo.id,
    sloth_service: slo.service,
    sloth_slo: slo.name,
  };
  const of = (name: string, value: number, more = {}): RecordedSeries => ({
    name,
    value,
    labels: { ...labels, ...more },
  });
  const period = prometheusDuration(PERIOD);
  const burn = (seconds: number) => slo.errorRatios.get(seconds)! / budget;
  return [
    ...[...slo.errorRatios].map(([seconds, ratio]) => {
      const window = prometheusDuration(seconds);
      return of(`slo:sli_error:ratio_rate${window}`, ratio, {
        sloth_window: window,
      });
    }),
    of(`slo:sli_total:increase${period}`, slo.total, { sloth_window: period }),
    of('slo:sli_total:rate5m', slo.total / PERIOD, { sloth_window: '5m' }),
    of('slo:objective:ratio', slo.objective / 100),
    of('slo:error_budget:ratio', budget),
    of('slo:time_period:days', PERIOD / DAY),
    of('slo:current_burn_rate:ratio', burn(300), { sloth_window: '5m' }),
    of('slo:period_burn_rate:ratio', burn(PERIOD), { sloth_window: period }),
    of('slo:period_error_budget_remaining:ratio', 1 - burn(PERIOD), {
      sloth_window: period,
    }),
    of('sloth_slo_info', 1, {
      sloth_mode: 'shopstack-guarded',
      sloth_objective: String(slo.objective),
      sloth_spec: 'prometheus/v1',
      sloth_version: 'bench',
    }),
  ];
}
