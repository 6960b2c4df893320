import { AsyncLocalStorage } from 'node:async_hooks';

/** On whose behalf an upstream is called: somebody who waits, or nobody. */
export type Lane = 'viewer' | 'background';

/** The lane of everything that runs inside one `runInLane`. It may change while that runs. */
export class LaneContext {
  constructor(public lane: Lane) {}
}

const storage = new AsyncLocalStorage<LaneContext>();

/** The lane of what runs now; somebody waits unless it was said otherwise. */
export function currentLane(): Lane {
  return storage.getStore()?.lane ?? 'viewer';
}

/** The context of what runs now, for what has to know its lane later. */
export function currentLaneContext(): LaneContext | undefined {
  return storage.getStore();
}

/** Runs `work` in a lane that the holder of `context` may still change, for example because somebody began to wait. */
export function runInLane<T>(context: LaneContext, work: () => T): T {
  return storage.run(context, work);
}

/** Runs `work` for nobody who waits: its calls to upstreams give way to those of people. */
export function runInBackground<T>(work: () => T): T {
  return runInLane(new LaneContext('background'), work);
}
