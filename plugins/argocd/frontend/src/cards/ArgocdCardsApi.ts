import type { CatalogApi } from '@backstage/plugin-catalog-react';
import type { ArgoCDApi } from '@roadiehq/backstage-plugin-argo-cd';
import type {
  ArgocdApi,
  ArgocdApplication,
} from '@shopstack/plugin-argocd-common';
import { EntityApplications } from './EntityApplications';
import { shortRevision, toCardsApplication } from './mapping';

/**
 * Answers what the cards ask from our own backend: entity-scoped, permission-checked and from its read model. The cards
 * name an annotation's value instead of an entity, so the entity is found by it.
 */
export class ArgocdCardsApi implements ArgoCDApi {
  readonly #applications: EntityApplications;

  constructor(deps: { argocdApi: ArgocdApi; catalogApi: CatalogApi }) {
    this.#applications = new EntityApplications(deps);
  }

  /** The instances that hold applications of the selection. */
  async serviceLocatorUrl(options: {
    appName?: string;
    appSelector?: string;
  }): ReturnType<ArgoCDApi['serviceLocatorUrl']> {
    const applications = await this.#applications.find(options);
    const instances = new Set(applications.map(each => each.instance));
    return [...instances].map(name => ({ name, url: '', appName: undefined }));
  }

  async listApps(options: {
    appSelector?: string;
    projectName?: string;
  }): ReturnType<ArgoCDApi['listApps']> {
    const applications = await this.#applications.find(options);
    return { items: applications.map(toCardsApplication) };
  }

  async getAppListDetails(options: {
    appSelector: string;
    instance?: string;
  }): ReturnType<ArgoCDApi['getAppListDetails']> {
    const applications = await this.#applications.find(options);
    return {
      items: applications
        .filter(each => isOf(each, options.instance))
        .map(toCardsApplication),
    };
  }

  async getAppDetails(options: {
    appName: string;
    instance?: string;
  }): ReturnType<ArgoCDApi['getAppDetails']> {
    const applications = await this.#applications.find(options);
    const application = applications.find(each => isOf(each, options.instance));
    if (!application) {
      throw new Error(`No application "${options.appName}" in Argo CD`);
    }
    return toCardsApplication(application);
  }

  async getRevisionDetails(options: {
    app: string;
    revisionID: string;
    instanceName?: string;
  }): ReturnType<ArgoCDApi['getRevisionDetails']> {
    const deployment = (await this.#applications.known())
      .filter(each => each.name === options.app)
      .filter(each => isOf(each, options.instanceName))
      .flatMap(each => each.history)
      .find(each => shortRevision(each.revision) === options.revisionID);
    // The card reads "Loading..." for as long as a field is missing.
    return {
      author: deployment?.author ?? 'n/a',
      date: deployment?.deployedAt ?? 'n/a',
      message: deployment?.message?.split('\n')[0] ?? 'n/a',
    };
  }
}

function isOf(application: ArgocdApplication, instance?: string): boolean {
  return instance === undefined || application.instance === instance;
}
