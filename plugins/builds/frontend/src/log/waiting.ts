/** Answers as soon as the page can be seen, or the signal aborts. */
export function untilVisible(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (document.visibilityState === 'visible' || signal.aborted) {
      resolve();
      return;
    }
    const look = () => {
      if (document.visibilityState !== 'visible' && !signal.aborted) return;
      document.removeEventListener('visibilitychange', look);
      signal.removeEventListener('abort', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look);
  });
}

/** Answers after so many milliseconds, or as soon as the signal aborts. */
export function pause(
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end);
      resolve();
    }, milliseconds);
    function end() {
      clearTimeout(timer);
      resolve();
    }
    signal.addEventListener('abort', end, { once: true });
  });
}
