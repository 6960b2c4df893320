import { clusterOf, keyOf, type Cluster } from '../kubernetes';
import { fraction } from '../kubernetes/hash';
import type { World } from '../world/types';
import {
  applicationOf,
  getApplication,
  listApplications,
  sourcesOf,
} from './applications';
import { deleteApplication } from './deleteApplication';
import { reconcile, writeReconciliation } from './reconcile';
import { refuseApplicationSets } from './refuseApplicationSets';
import { Sources } from './sources/Sources';
import { autoSync } from './sync/autoSync';
import { SyncRunner } from './sync/SyncRunner';
import type { Application } from './types';

/** Seconds at normal pace: from a push to the comparison, and between two comparisons without a reason. */
const durations = { push: 1, jitter: 1, period: 180 };

/** How thoroughly an application is looked at: only the cluster, or Git too. */
type Level = 'live' | 'git';

/** Keeps applications as Git says: compares them, syncs them, and lets them go. */
export class ApplicationController {
  readonly sources: Sources;
  readonly #cluster: Cluster;
  readonly #runner: SyncRunner;
  readonly #dirty = new Map<string, Level>();
  /** When to look into Git next. A restart looks at once, so this need not be durable. */
  readonly #due = new Map<string, string>();

  constructor(world: World) {
    this.#cluster = clusterOf(world);
    this.sources = new Sources(world);
    this.#runner = new SyncRunner(this.#cluster, this.sources);
    for (const application of listApplications(this.#cluster)) {
      this.#mark(keyOf(application), 'git');
    }
    this.#cluster.changes.listen(({ object, previous, key }) => {
      if (object.kind === 'Application') {
        this.#noticeApplication(
          key,
          object as Application,
          previous as Application | undefined,
        );
      }
      if (object.kind === 'Event') {
        return;
      }
      const owner = applicationOf(this.#cluster, object);
      const application =
        owner && getApplication(this.#cluster, owner.name, owner.namespace);
      if (application) {
        this.#mark(keyOf(application), 'live');
      }
    });
    world.events.on('push', ({ repository }) => this.#noticePush(repository));
  }

  /** One step of the ticker. */
  async step(): Promise<void> {
    const now = this.#cluster.world.clock.now().toISOString();
    for (const [key, dueAt] of this.#due) {
      if (dueAt <= now) {
        this.#mark(key, 'git');
      }
    }
    refuseApplicationSets(this.#cluster);
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    for (const [key, level] of dirty) {
      await this.#refresh(key, level);
    }
    await this.#advance();
  }

  /** Compares an application with Git and the cluster now. */
  async refresh(application: Application): Promise<void> {
    await this.#refresh(keyOf(application), 'git');
  }

  async #advance(): Promise<void> {
    for (const application of listApplications(this.#cluster)) {
      const key = keyOf(application);
      if (application.metadata.deletionTimestamp) {
        deleteApplication(this.#cluster, application);
      } else if (
        this.#runner.isBusy(application) &&
        (await this.#runner.advance(application))
      ) {
        await this.#refresh(key, 'live');
      }
    }
  }

  async #refresh(key: string, level: Level): Promise<void> {
    const application = this.#cluster.getByKey(key) as Application | undefined;
    if (!application || application.metadata.deletionTimestamp) {
      this.#due.delete(key);
      return;
    }
    const { sync } = application.status ?? {};
    const known = sync?.revisions ?? (sync?.revision ? [sync.revision] : []);
    const fromGit = level === 'git' || known.length === 0;
    const result = await reconcile(
      this.#cluster,
      this.sources,
      application,
      fromGit ? undefined : known,
    );
    if (fromGit) {
      this.#plan(key, durations.period * (1 + fraction(key) / 3));
    }
    const latest = this.#cluster.getByKey(key) as Application | undefined;
    if (!latest) {
      return;
    }
    this.#cluster.batch(() => {
      const written = writeReconciliation(this.#cluster, latest, result, {
        fromGit,
      });
      if (!this.#runner.isBusy(written)) {
        autoSync(this.#cluster, written, result);
      }
    });
    this.#planHealing(key);
  }

  /** What drifted right after a sync is put right a little later. */
  #planHealing(key: string): void {
    const { spec, status, operation } = this.#cluster.getByKey(
      key,
    ) as Application;
    if (
      status?.sync?.status === 'OutOfSync' &&
      !operation &&
      spec.syncPolicy?.automated?.selfHeal &&
      status.operationState?.phase === 'Succeeded'
    ) {
      this.#plan(key, 5);
    }
  }

  /** A new or changed specification is compared at once; what this controller writes itself is not. */
  #noticeApplication(
    key: string,
    application: Application,
    previous: Application | undefined,
  ): void {
    const changed =
      JSON.stringify(previous?.spec) !== JSON.stringify(application.spec);
    if (changed) {
      this.#mark(key, 'git');
    }
  }

  #noticePush(repository: string): void {
    for (const application of listApplications(this.#cluster)) {
      const reads = sourcesOf(application).some(({ repoURL }) =>
        new RegExp(`(?:^|[/:])${repository}(?:\\.git)?/*$`).test(
          repoURL.trim(),
        ),
      );
      if (reads) {
        const key = keyOf(application);
        const seconds = durations.push + durations.jitter * fraction(key);
        this.#plan(key, seconds);
      }
    }
  }

  #plan(key: string, seconds: number): void {
    this.#due.set(key, this.#cluster.world.clock.after(seconds));
  }

  #mark(key: string, level: Level): void {
    if (this.#dirty.get(key) !== 'git') {
      this.#dirty.set(key, level);
    }
    if (level === 'git') {
      this.#due.delete(key);
    }
  }
}

const controllers = new WeakMap<World, ApplicationController>();

/** The application controller of a world; everybody who asks gets the same. */
export function applicationControllerOf(world: World): ApplicationController {
  let controller = controllers.get(world);
  if (!controller) {
    controller = new ApplicationController(world);
    controllers.set(world, controller);
  }
  return controller;
}
