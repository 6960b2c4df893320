import type {
  PrometheusAnswer,
  PrometheusReader,
  Sample,
} from '../upstream/PrometheusReader';
import type { InstanceOverview } from './InstanceOverview';
import {
  ALERTS_QUERY,
  INFO_QUERY,
  NUMBERS_QUERY,
  RATIOS_QUERY,
} from './queries';
import { toRecordedSlos } from './toRecordedSlos';

const QUERIES = [INFO_QUERY, RATIOS_QUERY, NUMBERS_QUERY, ALERTS_QUERY];

/** Warnings repeat themselves for each store that does not answer. */
const MOST_WARNINGS = 5;

/** How many ids are named where something is wrong with them. */
const MOST_NAMED = 5;

/**
 * Reads all objectives of a Prometheus with four queries at the same time, however many there are.
 *
 * @param now - our clock, Unix seconds
 * @throws UpstreamError when one of them fails: half of the numbers would look like the whole.
 */
export async function readOverview(
  prometheus: PrometheusReader,
  now: () => number = () => Date.now() / 1000,
): Promise<InstanceOverview> {
  const asked = now();
  const answers = await Promise.all(
    QUERIES.map(promql => prometheus.query(promql)),
  );
  const answered = now();
  const [infos, ratios, numbers, alerts] = answers.map(({ result }) => result);
  const { slos, omitted } = toRecordedSlos({ infos, ratios, numbers, alerts });
  const at = evaluatedAt(answers);
  return {
    slos,
    ...(at !== undefined && {
      at,
      aheadSeconds: aheadOf(at, asked, answered),
    }),
    warnings: warningsOf(answers),
    omissions: omitted.length > 0 ? [omission(omitted)] : [],
  };
}

/** The latest of the moments of evaluation: caches may answer for an earlier one. */
function evaluatedAt(answers: PrometheusAnswer<Sample>[]): number | undefined {
  const times = answers.flatMap(({ result }) => result[0]?.at ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** It was evaluated somewhen between question and answer. */
function aheadOf(at: number, asked: number, answered: number): number {
  if (at > answered) return Math.round(at - answered);
  return at < asked ? -Math.round(asked - at) : 0;
}

function warningsOf(answers: PrometheusAnswer<Sample>[]): string[] {
  const all = new Set(answers.flatMap(({ warnings }) => warnings));
  return [...all].slice(0, MOST_WARNINGS);
}

function omission(ids: string[]): string {
  const named = ids.slice(0, MOST_NAMED).join(', ');
  const more = ids.length > MOST_NAMED ? ' and others' : '';
  return `No objective is recorded for ${named}${more}, so that nothing can be said of them`;
}
