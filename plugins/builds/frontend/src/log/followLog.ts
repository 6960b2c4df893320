import type { BuildLog } from '@shopstack/plugin-builds-common';
import { isComplete } from '@shopstack/plugin-kit-common';
import { pause, untilVisible } from './waiting';

/** How often our own API is asked what was added to the log of a build that runs. */
const FOLLOW_MILLISECONDS = 2_000;

/** How long a source, or our backend, that fails is left alone. */
const REST_MILLISECONDS = 10_000;

/** An answer with so many lines is a full page, and more of the log is there already. */
const FULL_PAGE_LINES = 1_000;

/** A build that is over may still write for a moment: so many answers without a line are its end. */
const MOST_EMPTY_ANSWERS = 5;

export interface FollowLogOptions {
  read(cursor: string | undefined, signal: AbortSignal): Promise<BuildLog>;
  /** Where to go on; absent means from the beginning. */
  cursor?: string;
  isRunning(): boolean;
  /** Hears every answer, and whether it is the beginning of the log. */
  onAnswer(answer: BuildLog, fromBeginning: boolean): void;
  onError(error: Error): void;
  signal: AbortSignal;
}

/**
 * Reads a log to its end by its cursor, while the page can be seen. Answers when nothing will follow, when a build
 * that is over cannot be read further, or when the signal aborts.
 */
export async function followLog(options: FollowLogOptions): Promise<void> {
  const { read, isRunning, onAnswer, onError, signal } = options;
  let { cursor } = options;
  let emptyAnswers = 0;
  while (!signal.aborted) {
    await untilVisible(signal);
    if (signal.aborted) return;
    let rest = FOLLOW_MILLISECONDS;
    try {
      const answer = await read(cursor, signal);
      if (signal.aborted) return;
      onAnswer(answer, cursor === undefined);
      if (answer.complete) return;
      cursor = answer.nextCursor ?? cursor;
      const isWhole = isComplete(answer);
      if (!isWhole) rest = REST_MILLISECONDS;
      else if (answer.lines.length >= FULL_PAGE_LINES) rest = 0;
      const isSilent = isWhole && answer.lines.length === 0 && !isRunning();
      emptyAnswers = isSilent ? emptyAnswers + 1 : 0;
      if (emptyAnswers >= MOST_EMPTY_ANSWERS) return;
    } catch (error) {
      if (signal.aborted) return;
      onError(error instanceof Error ? error : new Error(String(error)));
      if (!isRunning()) return;
      rest = REST_MILLISECONDS;
    }
    await pause(rest, signal);
  }
}
