import type {
  RecordingRule,
  RuleGroup,
} from '@shopstack/plugin-slo-common/rules';
import type { RealDatabase } from './RealDatabase';

/** Moments at which rules are evaluated. Unix seconds. */
export interface Moments {
  start: number;
  end: number;
  step: number;
}

/** Rules, and when they are evaluated. */
export type Recording = [rules: RecordingRule[], moments: Moments];

/**
 * What rules would have recorded in the past, had they been loaded, in OpenMetrics text: their own expressions, evaluated
 * by the server. Rules that read other rules need those to be filled in before.
 */
export async function recordPast(
  database: RealDatabase,
  recordings: Recording[],
): Promise<string> {
  const past = new Map<string, Map<number, string>>();
  for (const [rules, moments] of recordings) {
    for (const rule of rules) await record(database, rule, moments, past);
  }
  return [...past]
    .flatMap(([series, samples]) =>
      [...samples]
        .sort(([one], [other]) => one - other)
        .map(([time, value]) => `${series} ${value} ${time}`),
    )
    .join('\n');
}

async function record(
  database: RealDatabase,
  { record: name, expr, labels }: RecordingRule,
  moments: Moments,
  past: Map<string, Map<number, string>>,
): Promise<void> {
  const found = await database.ask('query_range', { query: expr, ...moments });
  for (const { metric, values } of found) {
    const { __name__: _name, ...own } = metric;
    const matchers = Object.entries({ ...own, ...labels })
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([label, value]) => `${label}=${JSON.stringify(value)}`);
    const series = `${name}{${matchers.join(',')}}`;
    const samples = past.get(series) ?? new Map<number, string>();
    past.set(series, samples);
    for (const [time, value] of values) samples.set(time, value);
  }
}

/** The recording rules of groups whose names have a part. */
export function recordingRules(
  groups: RuleGroup[],
  part: string,
): RecordingRule[] {
  return groups
    .filter(({ name }) => name.includes(part))
    .flatMap(({ rules }) => rules)
    .filter((rule): rule is RecordingRule => 'record' in rule);
}
