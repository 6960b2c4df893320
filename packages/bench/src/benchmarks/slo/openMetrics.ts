import { type BenchObjective, PERIOD, recordedSeries } from './objectives';

const MINUTE = 60;
const HOUR = 3_600;
/** A sample is seen for five minutes. */
const STEP = 4 * MINUTE;
const BEFORE = 10 * MINUTE;
/** The run has to be over by then. */
const AFTER = 50 * MINUTE;
const SPARSE_STEP = 6 * HOUR;
const DENSE_STEP = 5 * MINUTE;
/** So many objectives have a past to draw: each is opened once. */
export const CHARTED = 21;

const line = (
  name: string,
  labels: Record<string, string>,
  value: number,
  time: number,
) => {
  const inner = Object.entries(labels).map(([key, text]) => `${key}="${text}"`);
  return `${name}{${inner.join(',')}} ${value} ${time}`;
};

const ended = (lines: string[]) => `${lines.join('\n')}\n# EOF\n`;

/** What Prometheus holds of now: every series of every objective. `now` in Unix seconds. */
export function presentSamples(
  objectives: BenchObjective[],
  now: number,
): string {
  const lines: string[] = [];
  for (const slo of objectives) {
    for (const { name, labels, value } of recordedSeries(slo)) {
      for (let time = now - BEFORE; time <= now + AFTER; time += STEP) {
        lines.push(line(name, labels, value, time));
      }
    }
  }
  return ended(lines);
}

/** What it holds of the past: that there was data, and the budget over time of the objectives that are drawn. */
export function pastSamples(objectives: BenchObjective[], now: number): string {
  const lines: string[] = [];
  const start = Math.floor((now - PERIOD) / SPARSE_STEP) * SPARSE_STEP;
  const of = (slo: BenchObjective, metric: string) =>
    recordedSeries(slo).find(({ name }) => name === metric)!;
  for (const slo of objectives) {
    const { name, labels, value } = of(slo, 'slo:sli_error:ratio_rate5m');
    for (let time = start; time < now - BEFORE; time += SPARSE_STEP) {
      lines.push(line(name, labels, value, time));
    }
  }
  for (const slo of objectives.slice(0, CHARTED)) {
    const budget = of(slo, 'slo:period_error_budget_remaining:ratio');
    for (let time = start; time < now - BEFORE; time += DENSE_STEP) {
      const wave = Math.sin((time / HOUR) % 24) / 10;
      lines.push(line(budget.name, budget.labels, budget.value + wave, time));
    }
  }
  return ended(lines);
}
