import type { ChangeAnnouncer } from '@shopstack/plugin-kit-node';
import type { FleetChange } from '../store/FleetApplication';
import type { FleetStore } from '../store/FleetStore';
import type { EntityApplications } from './EntityApplications';
import { fleetTopic } from './FleetSources';
import type { RolloutProgress } from './RolloutProgress';

export interface ApplicationNewsOptions {
  applications: EntityApplications;
  rollouts: RolloutProgress;
  store: FleetStore;
  changes: Pick<ChangeAnnouncer, 'announce'>;
}

/** What Argo CD tells by itself makes what is kept due, and open pages read again. */
export class ApplicationNews {
  readonly #options: ApplicationNewsOptions;

  constructor(options: ApplicationNewsOptions) {
    this.#options = options;
  }

  /** The stream told of these. An application that was relabelled is news for who had it and for who has it now. */
  async changed(instance: string, changes: FleetChange[]): Promise<void> {
    const concerned = changes.flatMap(({ before, after }) =>
      [before, after].filter(each => each !== undefined),
    );
    this.#options.changes.announce([fleetTopic(instance)]);
    await this.#options.rollouts.expire(instance, concerned);
    await this.#options.applications.expire(instance, concerned);
  }

  /** An instance fails, or is well again; then what failed is read anew at once. */
  async healthChanged(instance: string): Promise<void> {
    this.#options.changes.announce([fleetTopic(instance)]);
    await this.#options.applications.expireAll(instance);
  }

  /**
   * A notification of Argo CD came by webhook. It may not say which instance it is from; an application that the fleet
   * does not have makes all of that instance due.
   */
  async notified(name: string, instance?: string): Promise<void> {
    const { store, applications } = this.#options;
    const known = (await store.list({ instance })).filter(
      application => application.name === name,
    );
    if (known.length === 0) {
      await applications.expireAll(instance);
      return;
    }
    for (const application of known) {
      await this.changed(application.instance, [{ after: application }]);
    }
  }
}
