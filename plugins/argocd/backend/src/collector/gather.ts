const END = Symbol('end');

/** How many at most are handed on together. */
const MOST_TOGETHER = 500;

/**
 * Hands on what comes within a short time together, so that a burst costs few transactions. The source is not read
 * further while a batch is worked on.
 *
 * @throws What the source throws, after what came before it was handed on.
 */
export async function gather<T>(
  source: AsyncIterable<T>,
  milliseconds: number,
  handOn: (batch: T[]) => Promise<void>,
): Promise<void> {
  const iterator = source[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const first = await next;
      if (first.done) {
        return;
      }
      const batch = [first.value];
      next = iterator.next();
      const end = after(milliseconds);
      try {
        while (batch.length < MOST_TOGETHER) {
          const more = await Promise.race([
            next.catch((): typeof END => END),
            end.passed,
          ]);
          if (typeof more === 'symbol' || more.done) {
            break;
          }
          batch.push(more.value);
          next = iterator.next();
        }
      } finally {
        end.cancel();
      }
      await handOn(batch);
    }
  } finally {
    next.catch(() => {});
    await iterator.return?.();
  }
}

function after(milliseconds: number): {
  passed: Promise<typeof END>;
  cancel(): void;
} {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<typeof END>(resolve => {
    timer = setTimeout(() => resolve(END), milliseconds);
  });
  return { passed, cancel: () => clearTimeout(timer) };
}
