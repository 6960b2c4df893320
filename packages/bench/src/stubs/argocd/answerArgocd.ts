import {
  environments,
  makeApplication,
  makeMetadata,
  revisionsOf,
} from '../content/applications';
import { argocdToken, type StubSettings, type StubSource } from '../settings';
import type { StubAnswer, StubRequest } from '../StubServer';
import { selectFields } from './selectFields';
import { selectServices } from './selectServices';

type Found = Pick<StubAnswer, 'operation' | 'subject' | 'body' | 'stream'>;

/** One instance of Argo CD: sessions, lists, single applications, metadata of revisions, and a stream that stays open. */
export function answerArgocd(
  instance: number,
  settings: () => StubSettings,
): (request: StubRequest) => StubAnswer {
  const source: StubSource = `argocd-${instance + 1}`;
  return request => {
    const { method, url, headers } = request;
    const asked = {
      operation: `${method} ${url.pathname}`,
      subject: url.search,
    };
    if (url.pathname === '/api/v1/session' && method === 'POST') {
      return {
        source,
        operation: 'session',
        subject: '',
        body: { token: argocdToken },
      };
    }
    const allowed =
      method === 'GET' && headers.authorization === `Bearer ${argocdToken}`;
    return {
      source,
      ...asked,
      ...(allowed && find(instance, url, settings())),
    };
  };
}

/** Above the rate, as Kubernetes says it, or a proxy in front of Argo CD. */
export const argocdRefusal = {
  status: 429,
  headers: { 'retry-after': '1' },
  body: { message: 'too many requests' },
};

function find(
  instance: number,
  url: URL,
  { fleet }: StubSettings,
): Partial<Found> {
  const [collection, name, part, revision, end] = url.pathname
    .replace(/^\/api\/v1\//, '')
    .split('/')
    .map(decodeURIComponent);
  if (collection === 'stream' && name === 'applications') {
    return { operation: 'stream', subject: url.search, stream: [] };
  }
  if (collection !== 'applications') return {};
  if (!name) return list(instance, url, fleet);
  const service = serviceOf(name, instance);
  if (!service) return {};
  if (!part) {
    const body = makeApplication(service, instance);
    return { operation: 'application', subject: name, body };
  }
  return part === 'revisions' &&
    end === 'metadata' &&
    revisionsOf(service).includes(revision)
    ? { operation: 'metadata', subject: revision, body: makeMetadata(revision) }
    : {};
}

function list(instance: number, url: URL, fleet: number): Partial<Found> {
  const services = selectServices(url.searchParams.get('selector'), fleet);
  if (!services) return {};
  const fields = selectFields(url.searchParams.get('fields'));
  const items = services.map(service =>
    fields(makeApplication(service, instance)),
  );
  return {
    operation: 'list',
    subject: url.search,
    body: { metadata: { resourceVersion: '1000' }, items },
  };
}

function serviceOf(application: string, instance: number) {
  const suffix = `-${environments[instance]}`;
  return application.endsWith(suffix)
    ? application.slice(0, -suffix.length)
    : undefined;
}
