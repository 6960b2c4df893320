import { ArgocdApiClient } from '@shopstack/plugin-argocd-common';
import { BuildsApiClient } from '@shopstack/plugin-builds-common';
import { EcrApiClient } from '@shopstack/plugin-ecr-common';
import { type Observed, SOURCE_NAMES } from '@shopstack/plugin-kit-common';
import { timed, type Viewer } from './View';

/** Every source has answered, and something was found. There are no clusters here, which the answers say too. */
const isComplete = ({ items, sources }: Observed<unknown>) =>
  items.length > 0 &&
  sources.every(
    ({ source, state }) => state === 'ok' || source === SOURCE_NAMES.kubernetes,
  );

const refOf = (service: string) => `component:default/${service}`;

/** Asks our backend with the very clients of our tabs, and for their first pages. */
export function ourViewer(address: string, token: string): Viewer {
  const connection = {
    discoveryApi: {
      getBaseUrl: async (pluginId: string) => `${address}/api/${pluginId}`,
    },
    fetchApi: { fetch },
  };
  const images = new EcrApiClient(connection);
  const builds = new BuildsApiClient(connection);
  const applications = new ArgocdApiClient(connection);
  const listApplications = (service: string) =>
    timed(
      () => applications.listApplications(refOf(service), { token }),
      isComplete,
    );
  return {
    images: service =>
      timed(() => images.listImages(refOf(service), {}, { token }), isComplete),
    builds: service =>
      timed(() => builds.listBuilds(refOf(service), {}, { token }), isComplete),
    applications: listApplications,
    overview: listApplications,
  };
}
