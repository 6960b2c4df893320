import { KubernetesObject, World } from '../../world/types';
import { pastTargets } from './pastTargets';
import { ENVIRONMENT_LABEL, SERVICE_LABEL, podTarget } from './podTarget';
import { ScrapeTarget, TARGET_KIND, groupKey, targetId } from './ScrapeTarget';

/** Which (service, environment) have got the pods of their past; documents of this kind, id as `groupKey`. */
const PAST_KIND = 'scrape-past';
/** Changes that no event told of are found after this much wall time at the latest, in milliseconds. */
const RECHECK = 5_000;

/** A Deployment as far as metrics tell of it. */
export interface WatchedDeployment {
  readonly service: string;
  readonly environment: string;
  readonly namespace: string;
  readonly name: string;
  readonly replicas: number;
  /** Unix milliseconds. */
  readonly createdAt: number;
}

/** All targets that there are and were. Follows the pods of the cluster, and remembers them when they are gone. */
export class TargetRegistry {
  readonly #world: World;
  #targets = new Map<string, ScrapeTarget>();
  #deployments: WatchedDeployment[] = [];
  #dirty = true;
  #checkedAt = 0;
  #version = 0;

  constructor(world: World) {
    this.#world = world;
    for (const target of world.store.list<ScrapeTarget>(TARGET_KIND)) {
      this.#targets.set(targetId(target), target);
    }
    world.events.on('object', ({ key }) => {
      if (/^(\/v1\/Pod|apps\/v1\/Deployment)\//.test(key)) this.#dirty = true;
    });
    world.events.on('application', () => {
      this.#dirty = true;
    });
  }

  /** Grows with every change of the targets or deployments. */
  get version(): number {
    this.refresh();
    return this.#version;
  }

  targets(): ScrapeTarget[] {
    this.refresh();
    return [...this.#targets.values()];
  }

  deployments(): readonly WatchedDeployment[] {
    this.refresh();
    return this.#deployments;
  }

  /** Brings targets in line with the pods of the cluster; does nothing when nothing is known to have changed. */
  refresh(): void {
    if (!this.#dirty && Date.now() - this.#checkedAt < RECHECK) return;
    this.#dirty = false;
    this.#checkedAt = Date.now();
    this.#followDeployments();
    const running = this.#followPods();
    this.#endTheGone(running);
    this.#rememberThePast();
  }

  #followDeployments(): void {
    const found = this.#objects('apps/v1/Deployment/').flatMap(
      ({ metadata, spec }): WatchedDeployment[] => {
        const service = metadata.labels?.[SERVICE_LABEL];
        if (!service) return [];
        return [
          {
            service,
            environment: metadata.labels?.[ENVIRONMENT_LABEL] ?? '',
            namespace: metadata.namespace ?? '',
            name: metadata.name,
            replicas: spec?.replicas ?? 1,
            createdAt: Date.parse(metadata.creationTimestamp ?? '') || 0,
          },
        ];
      },
    );
    if (JSON.stringify(found) !== JSON.stringify(this.#deployments)) {
      this.#deployments = found;
      this.#version++;
    }
  }

  #followPods(): Set<string> {
    const pods = this.#objects('/v1/Pod/');
    const siblings = new Map<string, number>();
    for (const { metadata } of pods) {
      const key = siblingKey(metadata);
      siblings.set(key, (siblings.get(key) ?? 0) + 1);
    }
    const running = new Set<string>();
    for (const pod of pods) {
      const id = `${pod.metadata.namespace ?? ''}/${pod.metadata.name}`;
      const known = this.#targets.get(id);
      const replicas =
        this.#replicasOf(pod) ?? siblings.get(siblingKey(pod.metadata)) ?? 1;
      const target = podTarget(pod, replicas, known);
      if (!target) continue;
      running.add(id);
      const changed =
        !known ||
        known.endedAt !== undefined ||
        known.restarts.length !== target.restarts.length;
      if (changed) this.#save(target);
    }
    return running;
  }

  #replicasOf(pod: KubernetesObject): number | undefined {
    const service = pod.metadata.labels?.[SERVICE_LABEL];
    const deployment = this.#deployments.find(
      one =>
        one.namespace === pod.metadata.namespace && one.service === service,
    );
    return deployment && deployment.replicas > 0
      ? deployment.replicas
      : undefined;
  }

  #endTheGone(running: ReadonlySet<string>): void {
    const now = this.#world.clock.now().getTime();
    for (const [id, target] of this.#targets) {
      if (target.endedAt === undefined && !running.has(id)) {
        this.#save({ ...target, endedAt: Math.max(now, target.startedAt) });
      }
    }
  }

  #rememberThePast(): void {
    const groups = new Map<string, ScrapeTarget[]>();
    for (const target of this.#targets.values()) {
      const key = groupKey(target);
      groups.set(key, [...(groups.get(key) ?? []), target]);
    }
    for (const [key, group] of groups) {
      if (this.#world.store.get(PAST_KIND, key)) continue;
      const present = group.filter(target => target.endedAt === undefined);
      const past = present.length > 0 && pastTargets(this.#world, present);
      if (!past) continue;
      for (const target of past) this.#save(target);
      this.#world.store.put(PAST_KIND, key, { pods: past.length });
    }
  }

  #objects(prefix: string): KubernetesObject[] {
    return this.#world.store.listByPrefix<KubernetesObject>('object', prefix);
  }

  #save(target: ScrapeTarget): void {
    this.#targets.set(targetId(target), target);
    this.#world.store.put(TARGET_KIND, targetId(target), target);
    this.#version++;
  }
}

function siblingKey(metadata: KubernetesObject['metadata']): string {
  return `${metadata.namespace}/${metadata.labels?.[SERVICE_LABEL]}`;
}
