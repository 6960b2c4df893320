import { createHash } from 'node:crypto';
import { type SourceStatus, SOURCE_NAMES } from '@shopstack/plugin-kit-common';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import type { ClockedPrometheus } from '../upstream/InstanceClock';
import { type CalendarStart, calendarStarts } from './calendarStarts';
import type { CalendarSpending, InstanceOverview } from './InstanceOverview';
import { LastJoin } from './LastJoin';
import { countedIds, readCalendar } from './readCalendar';

/** What is read of the calendar windows of an instance. */
export interface CalendarReadings {
  /** Of each window that could be read. */
  spent: readonly CalendarSpending[];
  /** ISO; the beginnings of windows that are too many to be read. */
  unread: readonly string[];
  /** The beginnings of windows that could not be read, or not lately, and why. */
  troubles: readonly {
    startedAt: string;
    state: SourceStatus['state'];
    reason: string;
  }[];
}

/** A window is another one after this part of what has passed of it: a month after 4 minutes, a year after an hour. */
const NEWS_PART = 1 / 10_000;
const SHORTEST_AGE_SECONDS = 120;

const NOTHING: CalendarReadings = { spent: [], unread: [], troubles: [] };

/** What was spent of the calendar windows of objectives: their series tell of rolling windows alone. */
export class Calendars {
  readonly #observed: ObservedSource;
  readonly #starts = new LastJoin<ReturnType<typeof calendarStarts>>();

  constructor(observed: ObservedSource) {
    this.#observed = observed;
  }

  /**
   * Of each window that objectives have.
   *
   * @param most - so many windows are read, each with one query
   */
  async read(
    upstream: ClockedPrometheus,
    overview: InstanceOverview | undefined,
    { most, onRead }: { most: number; onRead?(): void },
  ): Promise<CalendarReadings> {
    if (!overview) return NOTHING;
    const { instance } = upstream.prometheus;
    const { read, unread } = this.#starts.get(instance, [overview, most], () =>
      calendarStarts(overview, most),
    );
    const answers = await Promise.all(
      read.map(start => this.#observe(upstream, start, onRead)),
    );
    return {
      spent: answers.flatMap(({ items }) => items),
      unread,
      troubles: answers.flatMap(({ sources: [{ state, reason }] }, index) =>
        reason ? [{ startedAt: read[index].startedAt, state, reason }] : [],
      ),
    };
  }

  #observe(
    upstream: ClockedPrometheus,
    start: CalendarStart,
    onRead?: () => void,
  ) {
    const { instance } = upstream.prometheus;
    const { startedAt } = start;
    const counted = countedIds(start);
    return this.#observed.observe<CalendarSpending>({
      key: `slo-calendar:${instance}:${startedAt}:${hashOf(counted)}`,
      source: SOURCE_NAMES.prometheus,
      instance,
      maxAgeSeconds: ([spending]) =>
        Math.max(
          SHORTEST_AGE_SECONDS,
          NEWS_PART * (spending?.elapsedSeconds ?? 0),
        ),
      load: async () => {
        const spending = await readCalendar(startedAt, counted, upstream);
        onRead?.();
        return [spending];
      },
    });
  }
}

function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value))
    .digest('hex')
    .slice(0, 16);
}
