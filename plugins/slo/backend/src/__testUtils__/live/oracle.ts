import { type Scrape, SCRAPE_NUMBER } from './Exporter';
import type { ByHand } from './ByHand';

/** Reads how much a series grew. */
export type Growth = (series: string) => number;

/** The values of a series in the scrapes that have it. */
function valuesOf(scrapes: readonly Scrape[], series: string): number[] {
  return scrapes.flatMap(({ values }) => values.get(series) ?? []);
}

/**
 * How much counters grew, added up scrape by scrape: what a counter had when it was first seen is not counted, and one
 * that fell began anew at 0. That much is certain of what `increase` tells; `stretchOf` says what it adds.
 */
export function growthOver(scrapes: readonly Scrape[]): Growth {
  return series => {
    const values = valuesOf(scrapes, series);
    return values
      .slice(1)
      .map((value, index) => [value, values[index]])
      .reduce(
        (sum, [value, before]) =>
          sum + (value < before ? value : value - before),
        0,
      );
  };
}

/** Of the distance of two scrapes, so much is added at most at either end of a range. */
const MOST_ADDED = 1.1;

/**
 * By which share at most `increase` and `rate` tell more than the scrapes do. They stretch what they saw to their range, as
 * if a counter had grown before its first and after its last scrape as fast as between: at either end by at most 1.1
 * distances of scrapes, and before the first one not at all where that was 0 (`extrapolatedRate` in Prometheus'
 * promql/functions.go). Counters of one target that began at 0 together, or long before, are stretched alike, so that their
 * ratio is exact.
 */
export function stretchOf(scrapes: readonly Scrape[], series: string): number {
  const values = valuesOf(scrapes, series);
  const ends = values[0] === 0 ? 1 : 2;
  return (ends * MOST_ADDED) / (values.length - 1);
}

/** A scrape that the server kept. */
export interface KeptScrape extends Scrape {
  /** When rules could read it for certain. Unix seconds. */
  doneAt: number;
}

/** How long a server that has little time takes to keep what it has read. */
const KEEPING_SECONDS = 0.5;

/** The scrapes that the server kept: when by its own clock, what by the notes of the exporter. */
export async function keptScrapes(
  hand: ByHand,
  noted: readonly Scrape[],
): Promise<KeptScrape[]> {
  const [[numbers], [took]] = await Promise.all([
    hand.series(`${SCRAPE_NUMBER}[10m]`),
    hand.series('scrape_duration_seconds[10m]'),
  ]);
  return [...numbers.points].map(([at, number]) => ({
    at,
    doneAt: at + (took.points.get(at) ?? 0) + KEEPING_SECONDS,
    values: noted[number].values,
  }));
}

/**
 * What may have been told at a moment: what follows from the scrapes until the last one that had begun, or, where that may
 * not have been kept yet, until one before it. Of no events there is no share, and nothing is told.
 *
 * @param behind - seconds by which what is told may be older than that, where a rule reads what others recorded
 */
export function tellable(
  scrapes: readonly KeptScrape[],
  at: number,
  tell: (scrapes: readonly Scrape[]) => number,
  behind = 0,
): number[] {
  const begun = scrapes.filter(scrape => scrape.at <= at).length;
  const done = scrapes.filter(({ doneAt }) => doneAt <= at - behind).length;
  return Array.from({ length: begun - done + 1 }, (_, more) => done + more)
    .filter(count => count >= 2)
    .map(count => tell(scrapes.slice(0, count)))
    .filter(Number.isFinite);
}

/** How far a number is from the one that it should be, as a share of that. */
export function apart(found: number | undefined, wanted: number): number {
  return Math.abs((found ?? NaN) - wanted) / Math.max(Math.abs(wanted), 1e-9);
}
