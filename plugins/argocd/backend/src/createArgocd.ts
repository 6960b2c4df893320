import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  ChangeAnnouncer,
  ObservedSource,
} from '@shopstack/plugin-kit-node';
import { WorkloadsApiClient } from '@shopstack/plugin-workloads-common';
import type { Knex } from 'knex';
import { FleetFollower } from './collector/FleetFollower';
import type { ArgocdConfig } from './config';
import { ApplicationDetails } from './service/ApplicationDetails';
import { ApplicationNews } from './service/ApplicationNews';
import { CommitStories } from './service/CommitStories';
import { DefaultArgocdService } from './service/DefaultArgocdService';
import { EntityApplications } from './service/EntityApplications';
import { Fleet } from './service/Fleet';
import { FleetSources } from './service/FleetSources';
import { OwnerActions } from './service/OwnerActions';
import { RolloutProgress } from './service/RolloutProgress';
import { RunningImages } from './service/RunningImages';
import { FleetStore } from './store/FleetStore';
import { RevisionStore } from './store/RevisionStore';
import { ApplicationStream } from './upstream/ApplicationStream';
import { ArgocdClient } from './upstream/ArgocdClient';
import { applicationUrl } from './upstream/mapping';
import { UpstreamInstance } from './upstream/UpstreamInstance';

export interface ArgocdParts {
  config: ArgocdConfig;
  knex: Knex;
  observed: ObservedSource;
  changes: ChangeAnnouncer;
  auth: AuthService;
  catalog: CatalogService;
  discovery: DiscoveryService;
  logger: LoggerService;
}

/** Puts the parts of the plugin together: its service, what follows each instance, and where news arrive. */
export function createArgocd(parts: ArgocdParts): {
  service: DefaultArgocdService;
  followers: { instance: string; follower: FleetFollower }[];
  news: ApplicationNews;
} {
  const { config, knex, observed, changes, auth, catalog, logger } = parts;
  const { instances: configured, stream, maxAgeSeconds } = config;
  const clients = configured.map(instance => ({
    instance,
    client: new ArgocdClient({ ...config, instance }),
  }));
  const instances = clients.map(
    each => new UpstreamInstance({ ...config, ...each }),
  );
  const store = new FleetStore(knex);
  const applications = new EntityApplications({
    readers: instances,
    observed,
    maxAgeSeconds,
  });
  const rollouts = new RolloutProgress({ observed, maxAgeSeconds });
  const news = new ApplicationNews({ applications, rollouts, store, changes });
  const service = new DefaultArgocdService({
    catalog,
    applications,
    details: new ApplicationDetails({
      readers: instances,
      stories: new CommitStories({ store: new RevisionStore(knex), logger }),
      rollouts,
      images: new RunningImages({
        auth,
        workloads: new WorkloadsApiClient({
          discoveryApi: parts.discovery,
          fetchApi: { fetch },
        }),
      }),
      announce: topics => changes.announce(topics),
    }),
    fleet: new Fleet({
      catalog,
      store,
      sources: new FleetSources({
        store,
        instances: configured.map(({ name }) => name),
        isFollowing: stream.enabled,
        // An idle stream is given up, and then the applications are listed.
        quietMs: 2 * stream.idleMs,
      }),
      urlOf: application =>
        applicationUrl(
          application,
          configured.find(({ name }) => name === application.instance)
            ?.frontendUrl ?? '',
        ),
    }),
    actions: new OwnerActions({ applications, instances }),
  });
  const followers = clients.map(({ instance, client }) => ({
    instance: instance.name,
    follower: new FleetFollower({
      upstream: new ApplicationStream(instance.name, client, stream.idleMs),
      store,
      logger,
      turnMs: stream.turnMs,
      onChange: (name, told) => news.changed(name, told),
      onHealth: name => news.healthChanged(name),
    }),
  }));
  return { service, followers, news };
}
