import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type {
  ArgocdApplication,
  ArgocdApplicationId,
} from '@shopstack/plugin-argocd-common';
import { toActionError } from '@shopstack/plugin-kit-node';
import { ActionRefusedError } from './ActionRefusedError';
import type { EntityApplications } from './EntityApplications';
import type { InstanceActions } from './InstanceReader';
import type { EntitySelection } from './parseSelection';

export interface OwnerActionsOptions {
  applications: EntityApplications;
  instances: (InstanceActions & { name: string })[];
}

/** What an owner may ask of an application: only of one that the entity selects, and only once. */
export class OwnerActions {
  readonly #options: OwnerActionsOptions;

  constructor(options: OwnerActionsOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError, ConflictError or ServiceUnavailableError. */
  async refresh(
    selection: EntitySelection,
    id: ArgocdApplicationId,
    options: { hard: boolean },
  ): Promise<void> {
    await this.#act(selection, id, (instance, application) =>
      instance.refresh(application, options),
    );
  }

  /** @throws NotFoundError, ConflictError or ServiceUnavailableError. */
  async sync(
    selection: EntitySelection,
    id: ArgocdApplicationId,
    options: { prune: boolean },
  ): Promise<void> {
    await this.#act(selection, id, (instance, application) =>
      instance.sync(application, options),
    );
  }

  async #act(
    selection: EntitySelection,
    id: ArgocdApplicationId,
    ask: (
      instance: InstanceActions,
      application: ArgocdApplication,
    ) => Promise<void>,
  ): Promise<void> {
    const { applications, instances } = this.#options;
    const instance = instances.find(({ name }) => name === id.instance);
    const isMeant =
      selection.instances.length === 0 ||
      selection.instances.includes(id.instance);
    if (!instance || !isMeant) {
      throw noSuchApplication(id);
    }
    const application = await this.#find(selection, id);
    try {
      await ask(instance, application);
    } catch (error) {
      throw error instanceof ActionRefusedError
        ? new ConflictError(error.message)
        : toActionError(error);
    } finally {
      // Also after a failure: nobody knows whether it was done.
      await applications.expireSelection(id.instance, selection.selection);
    }
  }

  async #find(
    selection: EntitySelection,
    id: ArgocdApplicationId,
  ): Promise<ArgocdApplication> {
    const { found } = await this.#options.applications.observe({
      selection: selection.selection,
      instances: [id.instance],
    });
    const kept = found.items.find(
      ({ application }) =>
        application.name === id.name && application.namespace === id.namespace,
    );
    if (kept) {
      return kept.application;
    }
    const trouble = found.sources.find(({ state }) => state !== 'ok');
    throw trouble
      ? new ServiceUnavailableError(
          `${trouble.reason ?? 'Argo CD does not answer'}. Nothing was changed; try again later`,
        )
      : noSuchApplication(id);
  }
}

function noSuchApplication({
  instance,
  namespace,
  name,
}: ArgocdApplicationId): NotFoundError {
  return new NotFoundError(
    `The entity has no application '${namespace}/${name}' in '${instance}'`,
  );
}
