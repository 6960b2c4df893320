import { type Basis, compareEnvironments } from '@shopstack/plugin-kit-common';
import type {
  EnvironmentLinks,
  ServiceLink,
} from '@shopstack/plugin-operations-common';
import type { Workload } from '@shopstack/plugin-workloads-common';
import type { LinkIdentity, LinkTemplate } from './LinkTemplate';

/** Where a workload of an environment is. */
type Place = Pick<Workload, 'namespace' | 'cluster'>;

/**
 * The links of each environment that the service has, or that the configuration names, in the order of promotion. An
 * environment in several clusters or namespaces has a link to each where their addresses differ.
 */
export function environmentLinks(options: {
  templates: readonly LinkTemplate[];
  identity: LinkIdentity;
  workloads: readonly Workload[];
  order: readonly string[];
}): EnvironmentLinks[] {
  const { templates, identity, workloads, order } = options;
  const names = new Set([
    ...workloads.map(({ environment }) => environment),
    ...order,
  ]);
  return [...names]
    .sort((a, b) => compareEnvironments(a, b, order))
    .map(environment => {
      const own = workloads.filter(each => each.environment === environment);
      return {
        environment,
        basis: basisOf(own),
        links: templates.flatMap(template =>
          fillAll(template, { ...identity, environment }, own),
        ),
      };
    })
    .filter(({ links }) => links.length > 0);
}

function basisOf(workloads: readonly Workload[]): Basis {
  return workloads.some(({ basis }) => basis === 'known')
    ? 'known'
    : 'inferred';
}

function fillAll(
  template: LinkTemplate,
  identity: LinkIdentity,
  places: readonly Place[],
): ServiceLink[] {
  const found = new Map<string, { link: ServiceLink; place?: Place }>();
  for (const place of places.length > 0 ? places : [undefined]) {
    const link = template.fill({
      ...identity,
      namespace: place?.namespace,
      cluster: place?.cluster,
    });
    if (link && !found.has(link.url)) {
      found.set(link.url, { link, place });
    }
  }
  const all = [...found.values()];
  return all.map(({ link, place }) =>
    all.length > 1
      ? { ...link, title: `${link.title} (${titleOf(place, places)})` }
      : link,
  );
}

/** What tells places apart: their clusters, else their namespaces. */
function titleOf(place: Place | undefined, places: readonly Place[]): string {
  const clusters = new Set(places.map(({ cluster }) => cluster));
  return (clusters.size > 1 ? place?.cluster : place?.namespace) ?? '';
}
