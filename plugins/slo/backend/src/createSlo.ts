import type {
  AuthService,
  DiscoveryService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { ArgocdApiClient } from '@shopstack/plugin-argocd-common';
import {
  type ChangeAnnouncer,
  type ObservedSource,
} from '@shopstack/plugin-kit-node';
import type { SloConfig } from './config';
import {
  createEntitySloFiles,
  createPassingSource,
  createSloDetails,
} from './details';
import { instanceLinks } from './details/links';
import { Calendars } from './overview/Calendars';
import { Histories } from './overview/Histories';
import { Overviews } from './overview/Overviews';
import { RuleHealths } from './overview/RuleHealths';
import { ObservedRules } from './rules/ObservedRules';
import { AllSlos } from './service/AllSlos';
import { DefaultSloService } from './service/DefaultSloService';
import { EntityObjectives } from './service/EntityObjectives';
import { connectInstances } from './upstream/connectInstances';
import { withClock } from './upstream/InstanceClock';

export interface SloParts {
  sloConfig: SloConfig;
  config: RootConfigService;
  observed: ObservedSource;
  changes: ChangeAnnouncer;
  auth: AuthService;
  catalog: CatalogService;
  discovery: DiscoveryService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  signals: SignalsService;
  urlReader: UrlReaderService;
}

/** Puts the parts of the plugin together. */
export function createSlo(parts: SloParts): {
  service: DefaultSloService;
  overviews: Overviews;
} {
  const { sloConfig, config, observed, changes, catalog, lifecycle } = parts;
  const connected = connectInstances(sloConfig, config);
  const passing = createPassingSource(parts);
  lifecycle.addShutdownHook(() => {
    passing.stop();
    connected.forEach(instance => instance.close());
  });
  const clocked = connected.map(({ prometheus }) => withClock(prometheus));
  const rules = new ObservedRules(observed);
  const files = createEntitySloFiles(parts);
  const overviews = new Overviews({
    observed,
    rules: new RuleHealths(rules),
    calendars: new Calendars(observed),
    histories: new Histories(observed),
    maxAgeSeconds: sloConfig.maxAgeSeconds,
    announce: topics => changes.announce(topics),
    instances: connected.map((instance, index) => ({
      ...instance,
      ...clocked[index],
      alertsUrl: instanceLinks(sloConfig.instances[index]).alerts,
    })),
  });
  const service = new DefaultSloService({
    catalog,
    objectives: new EntityObjectives({ overviews, files }),
    all: new AllSlos({ catalog, overviews }),
    details: createSloDetails({
      config: sloConfig,
      instances: clocked,
      rules,
      observed,
      passing,
      files,
      auth: parts.auth,
      argocd: new ArgocdApiClient({
        discoveryApi: parts.discovery,
        fetchApi: { fetch },
      }),
    }),
  });
  return { service, overviews };
}
