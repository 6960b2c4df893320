import type { Context } from '../Context';
import type { SideName } from '../measure/alternate';
import type { Sample } from '../measure/Sample';

/** Ours against stock, as a ratio that has a limit. */
export interface StockBenchmark {
  name: string;
  /** What is compared, in one line. */
  title: string;
  unit: string;
  /** The most that ours may be as a multiple of stock. */
  limit: number;
  /** Pairs of runs, unless the caller says otherwise. Even, so that each side is as often first as second. */
  pairs: number;
  /** Does what is not measured, and answers how one run of each side is made. */
  prepare(context: Context): Promise<Record<SideName, () => Promise<Sample>>>;
}
