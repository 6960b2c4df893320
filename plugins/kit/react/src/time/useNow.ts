import { useSyncExternalStore } from 'react';

/** Every age on a page moves together, on one timer. */
const TICK_MILLISECONDS = 5_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    timer = setInterval(() => {
      now = Date.now();
      for (const each of listeners) each();
    }, TICK_MILLISECONDS);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

/** The current time in milliseconds, renewed every five seconds while somebody looks. */
export function useNow(): number {
  useSyncExternalStore(subscribe, () => now);
  return Date.now();
}
