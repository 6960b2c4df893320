import type { Observed } from '@shopstack/plugin-kit-common';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import type { SloChart } from '@shopstack/plugin-slo-common';
import type { InstanceLinks } from '../links';
import { unknownInstance, PROMETHEUS_SOURCE } from '../sources';
import type { ClockedPrometheus } from '../../upstream/InstanceClock';
import { keyOf } from '../keyOf';
import { stepFor } from './ChartGrid';
import { type ParsedRange, rangeKey } from './chartRange';
import { type ChartQuestion, readChart } from './readChart';

export interface ChartsOptions {
  instances: ReadonlyMap<string, ClockedPrometheus>;
  links: ReadonlyMap<string, InstanceLinks>;
  /** Keeps the usual ranges: few, and looked at again and again. */
  observed: ObservedSource;
  /** Keeps all others in bounded memory. */
  passing: ObservedSource;
}

const DAY = 86_400;
const HOUR = 3_600;

/** The ranges that pages offer, in seconds. Any other length is somebody's own. */
const USUAL_SECONDS: readonly number[] = [
  HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  3 * DAY,
  7 * DAY,
  14 * DAY,
  28 * DAY,
  30 * DAY,
  90 * DAY,
];

/** Charts of objectives, each read with one query and kept as long as it looks the same. */
export class Charts {
  readonly #options: ChartsOptions;

  constructor(options: ChartsOptions) {
    this.#options = options;
  }

  async read(question: ChartQuestion): Promise<Observed<SloChart>> {
    const { instances, links, observed, passing } = this.#options;
    const {
      subject,
      subject: { slo },
    } = question;
    const { instance } = slo;
    const upstream = instances.get(instance);
    if (!upstream) return unknownInstance(instance);
    const isUsual = isKept(question);
    return (isUsual ? observed : passing).observe<SloChart>({
      key: keyOf(slo, 'chart', question.chart, rangeKey(question.range), [
        subject,
        question.calendar,
      ]),
      source: PROMETHEUS_SOURCE,
      instance,
      maxAgeSeconds: maxAgeSeconds(question.range, upstream.clock.now()),
      load: async () => {
        const chart = await readChart(question, upstream, promql =>
          links.get(instance)?.query(promql),
        );
        return chart ? [chart] : [];
      },
    });
  }
}

function isKept({ range }: ChartQuestion): boolean {
  switch (range.kind) {
    case 'last':
      return USUAL_SECONDS.includes(range.seconds);
    case 'calendar':
      return true;
    default:
      return false;
  }
}

/** A chart is read anew when its last point is a twelfth of a step old, at least every 5 minutes; the past stays. */
function maxAgeSeconds(range: ParsedRange, now: number): number {
  switch (range.kind) {
    case 'last':
      return between(30, stepFor(range.seconds) / 12, 300);
    case 'calendar':
      return 300;
    default:
      return range.to < now - HOUR
        ? HOUR
        : between(30, stepFor(range.to - range.from) / 12, 300);
  }
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
