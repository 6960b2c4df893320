import type { Cluster } from '../Cluster';

/** What a pod's kubelet does next, and when. */
export interface PodLife {
  key: string;
  stage: 'pull' | 'ready' | 'complete' | 'terminate';
  dueAt: string;
  /** Pulls that failed so far. */
  attempts: number;
}

const KIND = 'pod-life';

/** What the kubelets still have to do; durable, so that a restart goes on where it was. */
export class PodLives {
  readonly #cluster: Cluster;
  readonly #lives: Map<string, PodLife>;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#lives = new Map(
      cluster.world.store.list<PodLife>(KIND).map(life => [life.key, life]),
    );
  }

  get(key: string): PodLife | undefined {
    return this.#lives.get(key);
  }

  /** @param seconds - from now, at normal pace */
  plan(
    key: string,
    stage: PodLife['stage'],
    seconds: number,
    attempts: number = 0,
  ): void {
    const dueAt = this.#cluster.world.clock.after(seconds);
    const life = { key, stage, dueAt, attempts };
    this.#lives.set(key, life);
    this.#cluster.world.store.put(KIND, key, life);
  }

  forget(key: string): void {
    if (this.#lives.delete(key)) {
      this.#cluster.world.store.delete(KIND, key);
    }
  }

  /** Those whose time has come, the earliest first. */
  due(): PodLife[] {
    const now = this.#cluster.world.clock.now().toISOString();
    return [...this.#lives.values()]
      .filter(({ dueAt }) => dueAt <= now)
      .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  }
}
