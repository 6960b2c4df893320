import type { Context } from '../Context';

/** What `npm run bench` can be asked for. */
export interface Benchmark {
  name: string;
  /** What is compared, in one line. */
  title: string;
  /** What ours is held to, in a few words. */
  goal: string;
  /** Measures and judges. `pairs` is how many runs of each side the caller asked for. */
  run(context: Context, pairs?: number): Promise<Outcome>;
}

/** A benchmark that was run to its end. */
export interface Outcome {
  /** False when a goal was missed. */
  passed: boolean;
  /** For a person. */
  table: string;
  /** For the document: numbers with what they are made of. */
  result: object & { name: string };
}
