import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import type {
  ArgocdApi,
  ArgocdApplication,
} from '@shopstack/plugin-argocd-common';
import {
  ARGOCD_APP_NAME_ANNOTATION,
  ARGOCD_APP_SELECTOR_ANNOTATION,
  ARGOCD_PROJECT_NAME_ANNOTATION,
} from '@shopstack/plugin-kit-common';

/** The value of one of the annotations that select applications. */
interface Selection {
  appName?: string;
  appSelector?: string;
  projectName?: string;
}

/** Two cards of one page ask the same thing at the same moment; so long is one answer good for both. */
const SHARED_MILLISECONDS = 5_000;

/** Finds applications by the annotation that selects them. */
export class EntityApplications {
  readonly #argocdApi: ArgocdApi;
  readonly #catalogApi: CatalogApi;
  readonly #answers = new Map<
    string,
    { at: number; applications: Promise<ArgocdApplication[]> }
  >();

  constructor(deps: { argocdApi: ArgocdApi; catalogApi: CatalogApi }) {
    this.#argocdApi = deps.argocdApi;
    this.#catalogApi = deps.catalogApi;
  }

  async find(selection: Selection): Promise<ArgocdApplication[]> {
    const { annotation, value } = annotationOf(selection);
    const key = `${annotation}=${value}`;
    const known = this.#answers.get(key);
    if (known && Date.now() - known.at < SHARED_MILLISECONDS) {
      return known.applications;
    }
    const applications = this.#ask(annotation, value);
    this.#answers.set(key, { at: Date.now(), applications });
    // A failure is not an answer: the next card, and "Refresh", ask again.
    applications.catch(() => this.#answers.delete(key));
    return applications;
  }

  /** Everything that was found so far. */
  async known(): Promise<ArgocdApplication[]> {
    const answers = await Promise.allSettled(
      [...this.#answers.values()].map(each => each.applications),
    );
    return answers.flatMap(each =>
      each.status === 'fulfilled' ? each.value : [],
    );
  }

  async #ask(annotation: string, value: string): Promise<ArgocdApplication[]> {
    const { items } = await this.#catalogApi.getEntities({
      filter: { [`metadata.annotations.${annotation}`]: value },
      fields: ['kind', 'metadata.namespace', 'metadata.name'],
    });
    const observations = await Promise.all(
      items.map(entity =>
        this.#argocdApi.listApplications(stringifyEntityRef(entity)),
      ),
    );
    const found = new Map(
      observations
        .flatMap(observed => observed.items)
        .map(each => [`${each.instance}/${each.namespace}/${each.name}`, each]),
    );
    return [...found.values()];
  }
}

function annotationOf(selection: Selection) {
  const { appName, appSelector, projectName } = selection;
  if (appName)
    return { annotation: ARGOCD_APP_NAME_ANNOTATION, value: appName };
  if (appSelector) {
    return { annotation: ARGOCD_APP_SELECTOR_ANNOTATION, value: appSelector };
  }
  if (projectName) {
    return { annotation: ARGOCD_PROJECT_NAME_ANNOTATION, value: projectName };
  }
  throw new Error('Neither a name nor a selector of applications is given');
}
