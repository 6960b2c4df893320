import type { Manifest } from '../../kustomize/manifest';
import type { World } from '../../world/types';
import { clusterOf, type Cluster } from '../Cluster';
import { keyOf, objectKey } from '../objectKey';
import { syncAutoscaler } from './autoscalers';
import { syncDaemonSet } from './daemonSets';
import { syncDeployment } from './deployments';
import { syncJob } from './jobs';
import { advancePod, startAtOnce, watchPod } from './kubelet';
import { syncTerminatingNamespace } from './namespaces';
import { PodLives } from './PodLives';
import { dropOldEvents } from './recordEvent';
import { syncReplicaSet } from './replicaSets';
import { simpleKinds, syncSimpleStatus } from './simpleStatus';
import { syncStatefulSet } from './statefulSets';

/** More rounds than any change needs; a controller that undoes another would run for ever. */
const MOST_SYNCS = 20_000;

const syncs: Record<string, (cluster: Cluster, object: Manifest) => void> = {
  Deployment: syncDeployment,
  ReplicaSet: syncReplicaSet,
  StatefulSet: syncStatefulSet,
  DaemonSet: syncDaemonSet,
  Job: syncJob,
  HorizontalPodAutoscaler: syncAutoscaler,
  ...Object.fromEntries(simpleKinds.map(kind => [kind, syncSimpleStatus])),
};

/** Runs the controllers of the cluster: each looks at what changed, and what waits for time to pass. */
export class Controllers {
  readonly #cluster: Cluster;
  readonly #lives: PodLives;
  /** Keys of objects to look at; filled with everything at the start. */
  readonly #queue = new Set<string>();
  readonly #progressing = new Set<string>();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#lives = new PodLives(cluster);
    for (const object of cluster.all()) {
      this.#queue.add(keyOf(object));
    }
    cluster.changes.listen(({ object, type, key }) => {
      if (type !== 'DELETED') {
        this.#queue.add(key);
      }
      this.#enqueueRelated(object);
    });
  }

  /** One step of the ticker. */
  step(): void {
    for (const life of this.#lives.due()) {
      this.#cluster.batch(() => advancePod(this.#cluster, this.#lives, life));
    }
    for (const key of this.#progressing) {
      this.#queue.add(key);
    }
    this.#drain();
    dropOldEvents(this.#cluster);
  }

  /** Brings everything to rest as if it had happened at a time in the past: pods run since then. */
  settle(time: Date): void {
    this.#cluster.at(time, () =>
      // One transaction for speed, and not a batch: the controllers have to hear of each other's changes.
      this.#cluster.world.store.transaction(() => {
        for (;;) {
          this.#drain();
          const waiting = this.#cluster
            .list('v1', 'Pod')
            .filter(pod => this.#lives.get(keyOf(pod))?.stage === 'pull')
            .filter(pod => this.#lives.get(keyOf(pod))?.attempts === 0);
          if (waiting.length === 0) {
            return;
          }
          for (const pod of waiting) {
            startAtOnce(this.#cluster, this.#lives, pod);
          }
        }
      }),
    );
  }

  #drain(): void {
    for (let count = 0; this.#queue.size > 0; count++) {
      if (count > MOST_SYNCS) {
        throw new Error('the controllers of the cluster do not come to rest');
      }
      const [key] = this.#queue;
      this.#queue.delete(key);
      const object = this.#cluster.getByKey(key);
      if (object) {
        this.#attempt(key, object);
      }
    }
  }

  /** One object that no controller can make sense of must not keep the others from running. */
  #attempt(key: string, object: Manifest): void {
    try {
      this.#cluster.batch(() => this.#sync(key, object));
    } catch (error) {
      this.#cluster.world.log(`a controller failed on ${key}: ${error}`);
    }
  }

  #sync(key: string, object: Manifest): void {
    if (object.kind === 'Pod') {
      watchPod(this.#cluster, this.#lives, object);
      return;
    }
    if (object.kind === 'Namespace' && object.metadata.deletionTimestamp) {
      syncTerminatingNamespace(this.#cluster, object);
      return;
    }
    syncs[object.kind]?.(this.#cluster, object);
    if (object.kind === 'Deployment') {
      this.#noteProgress(key);
    }
  }

  /** A Deployment on its way is looked at in every step, because its deadline may pass. */
  #noteProgress(key: string): void {
    const conditions: any[] =
      this.#cluster.getByKey(key)?.status?.conditions ?? [];
    const reason = conditions.find(
      ({ type }) => type === 'Progressing',
    )?.reason;
    if (reason === 'ReplicaSetUpdated') {
      this.#progressing.add(key);
    } else {
      this.#progressing.delete(key);
    }
  }

  /** Whoever counts this object has to count again. */
  #enqueueRelated(object: Manifest): void {
    const { namespace, ownerReferences = [] } = object.metadata;
    for (const { apiVersion, kind, name } of ownerReferences) {
      this.#queue.add(objectKey({ apiVersion, kind, namespace, name }));
    }
    if (object.kind === 'Deployment' || object.kind === 'StatefulSet') {
      for (const scaler of this.#cluster.list(
        'autoscaling/v2',
        'HorizontalPodAutoscaler',
        namespace,
      )) {
        if (scaler.spec.scaleTargetRef?.name === object.metadata.name) {
          this.#queue.add(keyOf(scaler));
        }
      }
    }
    const space =
      namespace &&
      this.#cluster.get({
        apiVersion: 'v1',
        kind: 'Namespace',
        name: namespace,
      });
    if (space && space.metadata.deletionTimestamp) {
      this.#queue.add(keyOf(space));
    }
  }
}

const controllers = new WeakMap<World, Controllers>();

/** The controllers of a world's cluster; everybody who asks gets the same. */
export function controllersOf(world: World): Controllers {
  let found = controllers.get(world);
  if (!found) {
    found = new Controllers(clusterOf(world));
    controllers.set(world, found);
  }
  return found;
}
