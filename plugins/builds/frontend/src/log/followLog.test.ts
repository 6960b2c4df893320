import type { BuildLog } from '@shopstack/plugin-builds-common';
import { followLog } from './followLog';

const log = (part: Partial<BuildLog>): BuildLog => ({
  lines: [],
  complete: false,
  sources: [],
  ...part,
});

/** Answers one after the other; the last one again and again. */
function follow(
  answers: (BuildLog | Error)[],
  { isRunning = () => true }: { isRunning?: () => boolean } = {},
) {
  const controller = new AbortController();
  const lines: string[] = [];
  const errors: string[] = [];
  const read = jest.fn(async () => {
    const answer = answers.length > 1 ? answers.shift()! : answers[0];
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const end = followLog({
    read,
    isRunning,
    onAnswer: answer => lines.push(...answer.lines.map(({ text }) => text)),
    onError: error => errors.push(error.message),
    signal: controller.signal,
  });
  return { read, lines, errors, end, abort: () => controller.abort() };
}

let visibility: DocumentVisibilityState;

describe('followLog', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    visibility = 'visible';
    jest
      .spyOn(document, 'visibilityState', 'get')
      .mockImplementation(() => visibility);
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('asks by the cursor every two seconds, and stops when the log is complete', async () => {
    const { read, lines, end } = follow([
      log({ lines: [{ text: 'one' }], nextCursor: 'a' }),
      log({ nextCursor: 'a' }),
      log({ lines: [{ text: 'two' }], nextCursor: 'b', complete: true }),
    ]);
    await jest.advanceTimersByTimeAsync(1_900);
    expect(read).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(200);
    expect(read).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(2_000);
    await end;
    expect(read.mock.calls.map(([cursor]: any[]) => cursor)).toEqual([
      undefined,
      'a',
      'a',
    ]);
    expect(lines).toEqual(['one', 'two']);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('reads a long log without pauses', async () => {
    const full = Array.from({ length: 1_000 }, () => ({ text: 'x' }));
    const { read } = follow([
      log({ lines: full, nextCursor: 'a' }),
      log({ lines: full, nextCursor: 'b' }),
      log({ complete: true }),
    ]);
    await jest.advanceTimersByTimeAsync(10);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('asks nothing while the page cannot be seen', async () => {
    const { read, abort } = follow([log({ nextCursor: 'a' })]);
    await jest.advanceTimersByTimeAsync(0);
    visibility = 'hidden';
    await jest.advanceTimersByTimeAsync(60_000);
    expect(read).toHaveBeenCalledTimes(1);
    visibility = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    await jest.advanceTimersByTimeAsync(0);
    expect(read).toHaveBeenCalledTimes(2);
    abort();
  });

  it('keeps trying more slowly while a build runs and the portal fails', async () => {
    const { read, lines, errors, abort } = follow([
      log({ lines: [{ text: 'one' }], nextCursor: 'a' }),
      new Error('503'),
      log({ lines: [{ text: 'two' }], nextCursor: 'b' }),
    ]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(errors).toEqual(['503']);
    await jest.advanceTimersByTimeAsync(9_000);
    expect(read).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(lines).toEqual(['one', 'two']);
    abort();
  });

  it('gives up on a build that is over when the portal fails, or when nothing comes any more', async () => {
    const over = { isRunning: () => false };
    const failing = follow([new Error('500')], over);
    await jest.advanceTimersByTimeAsync(0);
    await failing.end;
    const silent = follow([log({ nextCursor: 'a' })], over);
    await jest.advanceTimersByTimeAsync(60_000);
    await silent.end;
    expect(silent.read.mock.calls.length).toBeLessThanOrEqual(5);
  });

  it('ends when it is aborted in the middle of a pause', async () => {
    const { read, end, abort } = follow([log({ nextCursor: 'a' })]);
    await jest.advanceTimersByTimeAsync(0);
    abort();
    await end;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(read).toHaveBeenCalledTimes(1);
  });
});
