import type { World } from '../../world/types';
import type { SyncTask } from './tasks';

/** Where an operation is. */
export interface Work {
  /** Do the group after `at`, wait for the group `at`, or end. */
  stage: 'run' | 'wait' | 'end';
  /** The last group that was applied; absent before the first. */
  at?: Pick<SyncTask, 'phase' | 'wave'>;
  dueAt: string;
}

const KIND = 'argocd-operation';

/** What operations do next and when; durable, so that a restart goes on where it was. */
export class OperationWork {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** @param key - of the application */
  get(key: string): Work {
    return (
      this.#world.store.get<Work>(KIND, key) ?? { stage: 'run', dueAt: '' }
    );
  }

  /** @param seconds - from now, at normal pace */
  plan(key: string, work: Omit<Work, 'dueAt'>, seconds: number): void {
    const dueAt = this.#world.clock.after(seconds);
    this.#world.store.put<Work>(KIND, key, { ...work, dueAt });
  }

  forget(key: string): void {
    this.#world.store.delete(KIND, key);
  }
}
