import type {
  AuthService,
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { ScmIntegrations } from '@backstage/integration';
import type { ArgocdApi } from '@shopstack/plugin-argocd-common';
import {
  ChangeAnnouncer,
  ObservedSource,
  readObserveConfig,
} from '@shopstack/plugin-kit-node';
import type { SloConfig } from '../config';
import {
  DefaultEntitySloFiles,
  type EntitySloFiles,
  SloFileReader,
} from '../files';
import type { ObservedRules } from '../rules/ObservedRules';
import type { ClockedPrometheus } from '../upstream/InstanceClock';
import { BoundedReadModel } from './charts/BoundedReadModel';
import { Charts } from './charts/Charts';
import { DefaultSloDetails } from './DefaultSloDetails';
import { ApplicationsSource } from './deployments/ApplicationsSource';
import { Deployments } from './deployments/Deployments';
import { instanceLinks } from './links';
import { Measurements } from './Measurements';
import type { SloDetails } from './SloDetails';
import { RulesReading } from './RulesReading';

/** The files of entities, read through the read model. */
export function createEntitySloFiles({
  config,
  urlReader,
  observed,
}: {
  config: RootConfigService;
  urlReader: UrlReaderService;
  observed: ObservedSource;
}): EntitySloFiles {
  return new DefaultEntitySloFiles({
    integrations: ScmIntegrations.fromConfig(config),
    reader: new SloFileReader(urlReader),
    observed,
  });
}

export interface SloDetailsDependencies {
  config: SloConfig;
  /** Every configured Prometheus. */
  instances: readonly ClockedPrometheus[];
  rules: ObservedRules;
  /** Keeps what is looked at again and again. */
  observed: ObservedSource;
  /** Keeps the charts of passing ranges. */
  passing: ObservedSource;
  files: EntitySloFiles;
  auth: AuthService;
  argocd: Pick<ArgocdApi, 'listApplications'>;
}

/** All that shows one objective. */
export function createSloDetails({
  config,
  instances: all,
  rules,
  observed,
  passing,
  files,
  auth,
  argocd,
}: SloDetailsDependencies): SloDetails {
  const instances = new Map(all.map(each => [each.prometheus.instance, each]));
  const links = new Map(
    config.instances.map(each => [each.name, instanceLinks(each)]),
  );
  const { maxAgeSeconds, latencyHistogram, timeoutMs } = config;
  return new DefaultSloDetails({
    instances,
    links,
    grafanaTemplate: config.grafanaUrl,
    knowledge: {
      rules: new RulesReading({ instances, rules }),
      files,
      latencyHistogram,
    },
    measurements: new Measurements({ instances, observed, maxAgeSeconds }),
    charts: new Charts({ instances, links, observed, passing }),
    deployments: new Deployments({
      instances,
      observed,
      applications: new ApplicationsSource({ auth, api: argocd, timeoutMs }),
    }),
  });
}

/** Charts of so many ranges, each at most some 50 kB. */
const MOST_PASSING = 200;
const PASSING_BYTES = 16 * 1024 * 1024;

/** What observes passing ranges: in bounded memory, and only when somebody asks. */
export function createPassingSource({
  config,
  logger,
  signals,
}: {
  config: RootConfigService;
  logger: LoggerService;
  signals: SignalsService;
}): ObservedSource {
  return new ObservedSource({
    ...readObserveConfig(config),
    readModel: new BoundedReadModel(MOST_PASSING),
    logger,
    changes: ChangeAnnouncer.create({ signals, logger }),
    watchMs: 0,
    hotBytes: PASSING_BYTES,
  });
}
