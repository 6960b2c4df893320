import { setTimeout as sleep } from 'node:timers/promises';
import type { View, Viewer } from './View';

/** An open page reads again when it is told that something came; nobody tells a benchmark, so it asks this often. */
const askAgainMilliseconds = 25;
const longestMilliseconds = 30_000;

/** A page from the first question until everything of the service is there. */
export interface CompleteView extends View {
  /** How often it was asked; more than once where the first answer said that a source is still being read. */
  answers: number;
}

/**
 * Opens a page and stays until it shows everything: a page that says "not yet" has won nothing.
 *
 * @throws Error with what the last answer said when that takes more than 30 s.
 */
export async function viewUntilComplete(
  viewer: Viewer,
  kind: keyof Viewer,
  service: string,
): Promise<CompleteView> {
  const started = performance.now();
  for (let answers = 1; ; answers += 1) {
    const view = await viewer[kind](service);
    const milliseconds = performance.now() - started;
    if (view.complete) return { ...view, milliseconds, answers };
    if (milliseconds > longestMilliseconds) {
      const { items, sources } = view.body;
      throw new Error(
        `The ${kind} of ${service} were not all there after ${longestMilliseconds / 1000} s: ${items?.length} items, ${JSON.stringify(sources).slice(0, 500)}`,
      );
    }
    await sleep(askAgainMilliseconds);
  }
}
