import {
  type CompoundEntityRef,
  type Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  mergeObserved,
  type Observed,
  SERVICE_ANNOTATION,
  SOURCE_NAMES,
} from '@shopstack/plugin-kit-common';
import {
  type AwsConsoleAccess,
  missingAnnotation,
  type ObservedSource,
  requireEntity,
} from '@shopstack/plugin-kit-node';
import type { Workload } from '@shopstack/plugin-workloads-common';
import type { OperationsConfig } from '../config';
import { environmentLinks } from '../links/environmentLinks';
import { readOnCall } from '../links/readOnCall';
import { assessSecrets } from './assessSecrets';
import type {
  OperationsService,
  OperationsServiceOptions,
} from './OperationsService';
import { parseSecretQuestion, serviceOf } from './parseSecretQuestion';
import { secretPlaces } from './secretPlaces';
import type { SecretQuestion } from './SecretQuestion';
import type { SecretPlace, SecretReader } from './SecretReader';

export interface DefaultOperationsServiceOptions {
  catalog: CatalogService;
  config: OperationsConfig;
  /** Where a service runs, as the caller may see it. */
  workloads: {
    read(
      entityRef: string,
      credentials: OperationsServiceOptions['credentials'],
    ): Promise<Observed<Workload>>;
  };
  secrets: SecretReader;
  observed: ObservedSource;
  /** How people sign in to the console of AWS. */
  console: AwsConsoleAccess;
  now?: () => Date;
}

/** Answers from configuration, annotations and what siblings and AWS told. */
export class DefaultOperationsService implements OperationsService {
  readonly #options: DefaultOperationsServiceOptions;

  constructor(options: DefaultOperationsServiceOptions) {
    this.#options = options;
  }

  async listLinks(
    entityRef: CompoundEntityRef,
    { credentials }: OperationsServiceOptions,
  ) {
    const { catalog, config, workloads } = this.#options;
    const entity = await requireEntity(catalog, entityRef, credentials);
    const service = serviceOf(entity);
    if (!service) {
      throw missingAnnotation(entity, SERVICE_ANNOTATION);
    }
    const { onCall, problems } = readOnCall(entity, config.onCall);
    const configured = config.links.length > 0;
    const running = configured
      ? await workloads.read(stringifyEntityRef(entity), credentials)
      : { items: [], sources: [] };
    return {
      items: environmentLinks({
        templates: config.links,
        identity: {
          service,
          name: entity.metadata.name,
          team: teamOf(entity),
        },
        workloads: running.items.filter(each => each.service === service),
        order: config.environments,
      }),
      onCall,
      configured,
      sources: [...running.sources, ...problems],
    };
  }

  async listSecrets(
    entityRef: CompoundEntityRef,
    { credentials }: OperationsServiceOptions,
  ) {
    const { catalog, config, now } = this.#options;
    const entity = await requireEntity(catalog, entityRef, credentials);
    const { environments, secrets } = config;
    const question = parseSecretQuestion(entity, { ...secrets, environments });
    const places = secretPlaces(entity, secrets);
    const { items, sources } = mergeObserved(
      await Promise.all(places.map(place => this.#observe(place, question))),
    );
    return {
      items: assessSecrets(items, {
        staleAfterDays: secrets.staleAfterDays,
        now: now?.() ?? new Date(),
        console: this.#options.console,
      }),
      sources,
      staleAfterDays: secrets.staleAfterDays,
    };
  }

  #observe(place: SecretPlace, question: SecretQuestion) {
    const { observed, secrets, config } = this.#options;
    return observed.observe({
      key: `secrets:${JSON.stringify([place, question])}`,
      source: SOURCE_NAMES.secretsManager,
      instance: `${place.accountId}/${place.region}`,
      maxAgeSeconds: config.secrets.maxAgeSeconds,
      load: () => secrets.find(place, question),
    });
  }
}

function teamOf(entity: Entity): string | undefined {
  const owner = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  );
  return owner && parseEntityRef(owner.targetRef).name;
}
