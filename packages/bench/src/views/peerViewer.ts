import { serviceLabel } from '../stubs/content/applications';
import { timed, type Viewer } from './View';

type Ask = (path: string) => Promise<any>;

/** Entries of the history that are shown: what Argo CD keeps by default. */
const revisionsToLoad = 10;

const entity = (service: string) => `v1/entity/default/component/${service}`;

/** `useAppDetails` of the Roadie frontend, which every card calls for itself. */
async function applicationsOf(ask: Ask, service: string): Promise<any[]> {
  const selector = encodeURIComponent(`${serviceLabel}=${service}`);
  const instances = await ask(`argocd/find/selector/${selector}`);
  const lists = await Promise.all(
    instances.map(async ({ name }: { name: string }) => {
      const { items } = await ask(
        `argocd/argoInstance/${name}/applications/selector/${selector}`,
      );
      return items.map((item: any) => ({ ...item, instance: name }));
    }),
  );
  return lists.flat();
}

/** The history card: after the applications, who wrote each revision. */
async function historyOf(ask: Ask, service: string): Promise<any[]> {
  const rows = (await applicationsOf(ask, service)).flatMap(application =>
    application.status.history.slice(-revisionsToLoad).map((entry: any) => ({
      name: application.metadata.name,
      instance: application.instance,
      revision: entry.revision,
    })),
  );
  return Promise.all(
    rows.map(({ name, instance, revision }) =>
      ask(
        `argocd/argoInstance/${instance}/applications/name/${name}/revisions/${revision}/metadata`,
      ),
    ),
  );
}

/** Asks the backends of the peers as their own frontends do. */
export function peerViewer(address: string, token: string): Viewer {
  const ask: Ask = async path => {
    const response = await fetch(`${address}/api/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.json();
  };
  return {
    images: service =>
      timed(
        () => ask(`amazon-ecr/${entity(service)}/images`),
        ({ repositories }) => repositories[0].images.length > 0,
      ),
    builds: service =>
      timed(
        () => ask(`aws-codebuild/${entity(service)}/projects`),
        ({ projects }) =>
          projects.every(({ builds }: { builds: [] }) => builds.length > 0),
      ),
    applications: service =>
      timed(
        () =>
          Promise.all([applicationsOf(ask, service), historyOf(ask, service)]),
        ([applications]) => applications.length > 0,
      ),
    overview: service =>
      timed(
        () => applicationsOf(ask, service),
        applications => applications.length > 0,
      ),
  };
}
