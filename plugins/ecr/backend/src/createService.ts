import type {
  AuthService,
  DatabaseService,
  DiscoveryService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type ChangeAnnouncer,
  type ObservedSource,
  readAwsLocator,
  TaggedResources,
  openDatabase,
} from '@shopstack/plugin-kit-node';
import { WorkloadsApiClient } from '@shopstack/plugin-workloads-common';
import { ScanCollector } from './collector/ScanCollector';
import type { EcrConfig } from './config';
import { DefaultEcrService } from './service/DefaultEcrService';
import { Fleet } from './service/Fleet';
import { ImagePartsReader } from './service/ImageParts';
import { Manifests } from './service/Manifests';
import { Repositories } from './service/Repositories';
import { RepositoryImages } from './service/RepositoryImages';
import { ScanReader } from './service/ScanReader';
import { ServiceScans } from './service/ServiceScans';
import { ManifestStore } from './store/ManifestStore';
import { ScanStore } from './store/ScanStore';
import { EcrClient } from './upstream/EcrClient';

export interface ServiceDependencies {
  auth: AuthService;
  catalog: CatalogService;
  changes: Pick<ChangeAnnouncer, 'announce'>;
  config: RootConfigService;
  database: DatabaseService;
  discovery: DiscoveryService;
  logger: LoggerService;
  observed: ObservedSource;
  ecr: EcrConfig;
}

/** Puts the parts of this backend together. */
export async function createService(deps: ServiceDependencies) {
  const { ecr, observed } = deps;
  const credentials = DefaultAwsCredentialsManager.fromConfig(deps.config);
  const client = new EcrClient({ ...ecr, credentials });
  const knex = await openDatabase(
    deps.database,
    '@shopstack/plugin-ecr-backend',
  );
  const scans = new ScanStore(knex);
  const manifestStore = new ManifestStore(knex);
  const images = new RepositoryImages({ ...ecr, observed, client });
  const repositories = new Repositories({
    observed,
    tagged: new TaggedResources({
      config: readAwsLocator(deps.config),
      credentials,
      timeoutMs: ecr.timeoutMs,
    }),
  });
  const fleet = new Fleet({
    auth: deps.auth,
    observed,
    manifests: manifestStore,
    environments: deps.config.getOptionalStringArray('delivery.environments'),
    workloads: new WorkloadsApiClient({
      discoveryApi: deps.discovery,
      fetchApi: { fetch },
    }),
  });
  const manifests = new Manifests({
    client,
    store: manifestStore,
    onIndexes: () => fleet.expire(),
  });
  const scanReader = new ScanReader({
    ...ecr,
    observed,
    client,
    manifests,
    scans,
  });
  const parts = { ...deps, ...ecr, fleet, images, repositories, scans };
  return {
    service: new DefaultEcrService({
      ...parts,
      parts: new ImagePartsReader({ observed, client, manifests }),
      scanReader,
      serviceScans: new ServiceScans(parts),
    }),
    collector: new ScanCollector({ ...parts, manifests, scanReader }),
    images,
    scanReader,
    scans,
    calls: () => client.calls,
  };
}
