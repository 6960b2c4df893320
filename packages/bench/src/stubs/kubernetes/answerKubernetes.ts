import { fleetNames, serviceLabel } from '../content/applications';
import { makeDeployment, makePods, type Running } from '../content/workloads';
import { fleetImages, type StubSettings } from '../settings';
import type { StubAnswer, StubRequest } from '../StubServer';

const version = '1000';

/** Kinds of which this cluster has none. */
const empty = [
  'statefulsets',
  'daemonsets',
  'horizontalpodautoscalers',
  'events',
];
/** What only exists where Argo Rollouts is installed. */
const unknown = ['rollouts'];

const runningIn = (fleet: number): Running[] =>
  fleetNames(fleet).map(service => ({
    service,
    repository: `r${fleetImages}-${service}`,
    image: fleetImages,
  }));

function objectsOf(plural: string, fleet: number): object[] | undefined {
  if (plural === 'pods') return runningIn(fleet).flatMap(makePods);
  if (plural === 'deployments') return runningIn(fleet).map(makeDeployment);
  return empty.includes(plural) ? [] : undefined;
}

/** One cluster: lists by pages, and watches on which nothing happens until their time is over. */
export function answerKubernetes(
  settings: () => StubSettings,
): (request: StubRequest) => StubAnswer {
  return ({ method, url }) => {
    const query = url.searchParams;
    const plural = url.pathname.split('/').at(-1)!;
    const watches = query.get('watch') === 'true';
    const asked = {
      source: 'kubernetes' as const,
      operation: `${watches ? 'watch' : 'list'} ${plural}`,
      subject: query.get('continue') ?? '',
    };
    if (unknown.includes(plural)) {
      return { ...asked, status: 404, body: { kind: 'Status', code: 404 } };
    }
    const objects = objectsOf(plural, settings().fleet);
    const selector = query.get('labelSelector') ?? serviceLabel;
    if (method !== 'GET' || !objects || selector !== serviceLabel) return asked;
    return watches
      ? {
          ...asked,
          stream: [],
          endsAfterMs: Number(query.get('timeoutSeconds')) * 1000,
        }
      : { ...asked, body: pageOf(objects, query) };
  };
}

function pageOf(objects: object[], query: URLSearchParams) {
  const start = Number(query.get('continue') ?? 0);
  const end = start + Number(query.get('limit') ?? objects.length);
  return {
    metadata: {
      resourceVersion: version,
      ...(end < objects.length && { continue: String(end) }),
    },
    items: objects.slice(start, end),
  };
}
