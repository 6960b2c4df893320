import { createHash } from 'node:crypto';
import { SOURCE_NAMES } from '@shopstack/plugin-kit-common';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import type { PrometheusReader, Sample } from '../upstream/PrometheusReader';
import type { CalendarSpending, InstanceOverview } from './InstanceOverview';
import { toMeasured } from './measured';
import { calendarQuery, SLICES_LABEL } from './queries';
import { sloWindow } from './sloWindow';

/** A month is hardly another after so long. */
const MAX_AGE_SECONDS = 120;
/** Between two looks back. */
const STEP_SECONDS = 300;
/** Windows with different beginnings that are read: a month and a week, say. Each is a query of its own. */
const MOST_WINDOWS = 2;

/** What was spent of the calendar windows of objectives: their series tell of rolling windows alone. */
export class Calendars {
  readonly #observed: ObservedSource;

  constructor(observed: ObservedSource) {
    this.#observed = observed;
  }

  /** Of each window that objectives have; what could not be read is left out. */
  async read(
    prometheus: Pick<PrometheusReader, 'instance' | 'query'>,
    overview: InstanceOverview | undefined,
  ): Promise<CalendarSpending[]> {
    const windows = [...idsByStart(overview)].slice(0, MOST_WINDOWS);
    const answers = await Promise.all(
      windows.map(([startedAt, ids]) =>
        this.#observe(
          prometheus,
          { startedAt, ids },
          overview?.aheadSeconds ?? 0,
        ),
      ),
    );
    return answers.flatMap(({ items }) => items);
  }

  #observe(
    prometheus: Pick<PrometheusReader, 'instance' | 'query'>,
    { startedAt, ids }: { startedAt: string; ids: string[] },
    aheadSeconds: number,
  ) {
    const { instance } = prometheus;
    return this.#observed.observe<CalendarSpending>({
      key: `slo-calendar:${instance}:${startedAt}:${hashOf(ids)}`,
      source: SOURCE_NAMES.prometheus,
      instance,
      maxAgeSeconds: MAX_AGE_SECONDS,
      load: async () => {
        const now = Date.now() / 1000 + aheadSeconds;
        const elapsed = Math.max(
          STEP_SECONDS,
          Math.floor(now - Date.parse(startedAt) / 1000),
        );
        const { result } = await prometheus.query(calendarQuery(ids, elapsed));
        return [toSpending(startedAt, elapsed, result)];
      },
    });
  }
}

function hashOf(ids: string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(ids))
    .digest('hex')
    .slice(0, 16);
}

/** The ids of the objectives with a calendar window, by when it began. */
function idsByStart(
  overview: InstanceOverview | undefined,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const slo of overview?.slos ?? []) {
    const { startedAt } = slo.calendar ? sloWindow(slo, overview?.at) : {};
    if (startedAt) {
      found.set(startedAt, [
        ...new Set([...(found.get(startedAt) ?? []), slo.id]),
      ]);
    }
  }
  return found;
}

function toSpending(
  startedAt: string,
  elapsedSeconds: number,
  samples: readonly Sample[],
): CalendarSpending {
  return {
    startedAt,
    elapsedSeconds,
    series: samples.map(({ labels, value }) => ({
      id: labels.sloth_id ?? '',
      labels,
      counts: labels[SLICES_LABEL] === 'slices' ? 'slices' : 'events',
      share: toMeasured(value),
    })),
  };
}
