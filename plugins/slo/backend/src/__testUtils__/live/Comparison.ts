import type { SloChart } from '@shopstack/plugin-slo-common';
import type { LiveWorld } from './LiveWorld';
import type { Look } from './Portal';
import { apart, growthOver, keptScrapes, stretchOf, tellable } from './oracle';
import type { Subject } from './subjects';
import type { Scrape } from './Exporter';
import { PROBE } from './traffic';

/** A series of an objective. */
export const recorded = (id: string, record: string) =>
  `slo:${record}{sloth_id="${id}"}`;

/** What the portal's numbers are held to: questions by hand, and the scrapes. */
export class Comparison {
  constructor(private readonly world: LiveWorld) {}

  /** The different values that a query by hand has while the portal asks. */
  meanwhile(promql: string, { from, to }: Look<unknown>): Promise<number[]> {
    return this.world.hand.between(promql, from, to);
  }

  /** The same of what rules recorded for an objective. */
  recorded(id: string, record: string, look: Look<unknown>): Promise<number[]> {
    return this.meanwhile(recorded(id, record), look);
  }

  /** Share of bad events in scrapes. */
  shareOf(
    subject: Subject,
    scrapes: readonly Scrape[] = this.world.scrapes,
  ): number {
    const growth = growthOver(scrapes);
    return subject.bad(growth) / subject.total(growth);
  }

  /** Bad and all events in scrapes, and how many times as many may be told at most. */
  eventsOf(subject: Subject): { bad: number; total: number; most: number } {
    const { scrapes } = this.world;
    const growth = growthOver(scrapes);
    const stretches = subject.counters.map(each => stretchOf(scrapes, each));
    return {
      bad: subject.bad(growth),
      total: subject.total(growth),
      most: 1 + Math.max(...stretches),
    };
  }

  /** Between what the average of the shares lies that rules recorded until the portal asked. */
  async averageOf(
    subject: Subject,
    look: Look<unknown>,
  ): Promise<{ least: number; most: number }> {
    const short = recorded(subject.id, 'sli_error:ratio_rate5m');
    const tell = (seen: readonly Scrape[]) => this.shareOf(subject, seen);
    const bounds: number[] = [];
    const scrapes = await this.#scrapesUntilNow();
    for (const at of await this.#evaluations(subject.id, look)) {
      const [series] = await this.world.hand.series(`${short}[10m]`, at);
      const shares = [...series.points.keys()].map(time =>
        tellable(scrapes, time, tell),
      );
      const average = (pick: typeof Math.min) =>
        shares.reduce((sum, each) => sum + pick(...each), 0) / shares.length;
      bounds.push(average(Math.min), average(Math.max));
    }
    return { least: Math.min(...bounds), most: Math.max(...bounds) };
  }

  /** What the gauge showed on average until the portal asked. */
  async probeOf(id: string, look: Look<unknown>): Promise<number[]> {
    const scrapes = await this.#scrapesUntilNow();
    const evaluations = await this.#evaluations(id, look);
    return evaluations.flatMap(at =>
      tellable(scrapes, at, seen => {
        const shown = seen.map(({ values }) => values.get(PROBE)!);
        return shown.reduce((sum, value) => sum + value, 0) / shown.length;
      }),
    );
  }

  /** The points of a chart as its own queries tell them by hand, one list for each query. */
  async drawn({ times, stepSeconds, queries }: SloChart) {
    const moments = {
      start: times[0],
      end: times[times.length - 1],
      step: stepSeconds,
    };
    return Promise.all(
      queries.map(async ({ promql }) => {
        const points = await this.world.hand.points(promql, moments);
        // A quantile of no events is NaN, which nobody can draw.
        return times.map(time => {
          const value = points.get(time) ?? NaN;
          return Number.isFinite(value) ? value : null;
        });
      }),
    );
  }

  /** When rules recorded what the portal read. */
  #evaluations(id: string, look: Look<unknown>): Promise<number[]> {
    const period = recorded(id, 'sli_error:ratio_rate30d');
    return this.meanwhile(`timestamp(${period})`, look);
  }

  /** The server scrapes on while it is asked. */
  #scrapesUntilNow() {
    const { hand, exporter } = this.world;
    return keptScrapes(hand, exporter.scrapes);
  }
}

/** How far a number is from the nearest of those that it may be. */
export function nearest(found: number | undefined, wanted: number[]): number {
  return Math.min(...wanted.map(each => apart(found, each)));
}
