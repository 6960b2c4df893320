import type { StubRequest } from '@shopstack/plugin-kit-node/testUtils';
import { promqlProblem } from '@shopstack/plugin-slo-common/rules';

/** Every path that our backends may ask an upstream for; a parenthesis is one segment, made by `encodeURIComponent`. */
const PATHS: readonly RegExp[] = [
  // AWS: the JSON protocols have one path.
  /^\/$/,
  // Argo CD
  /^\/api\/v1\/applications$/,
  /^\/api\/v1\/applications\/([^/]+)$/,
  /^\/api\/v1\/applications\/([^/]+)\/(?:resource|resource-tree|syncwindows)$/,
  /^\/api\/v1\/applications\/([^/]+)\/revisions\/([^/]+)\/metadata$/,
  /^\/api\/v1\/stream\/applications$/,
  // GitHub
  /^\/api\/v3\/repos\/([^/]+)\/([^/]+)$/,
  /^\/api\/v3\/repos\/([^/]+)\/([^/]+)\/actions\/runs$/,
  /^\/api\/v3\/repos\/([^/]+)\/([^/]+)\/actions\/workflows\/([^/]+)(?:\/runs)?$/,
  /^\/api\/v3\/repos\/([^/]+)\/([^/]+)\/actions\/runs\/([^/]+)(?:\/jobs)?$/,
  /^\/api\/v3\/repos\/([^/]+)\/([^/]+)\/contents\/\.github\/workflows\/([^/]+)$/,
  // Prometheus and Alertmanager
  /^\/api\/v1\/(?:query|query_range|rules)$/,
  /^\/api\/v2\/(?:alerts|silences)$/,
  // Kubernetes
  /^\/api\/v1\/(?:namespaces\/([^/]+)\/)?(?:pods|events)$/,
  /^\/apis\/?$/,
  /^\/apis\/[a-z.]+\/v[a-z0-9]+\/(?:namespaces\/([^/]+)\/)?[a-z]+$/,
];

/** Files of a repository: the path is that of an address, whose characters need not all be encoded. */
const FILE = /^\/api\/v3\/repos\/[^/]+\/[^/]+\/contents\/(.*)$/;

/** What a value of a query or a body may be: names as the upstreams allow them. */
const NAMED: Record<string, RegExp> = {
  repositoryName: /^[A-Za-z0-9][A-Za-z0-9._/-]{0,255}$/,
  projectName: /^[A-Za-z0-9][A-Za-z0-9_-]{0,254}$/,
  registryId: /^\d{12}$/,
};

const QUERY_KEYS = new Set([
  ...['selector', 'projects', 'project', 'appNamespace', 'fields', 'name'],
  ...['resourceVersion', 'page', 'per_page', 'branch', 'refresh'],
  ...['sourceIndex', 'namespace', 'resourceName', 'version', 'group', 'kind'],
  ...['labelSelector', 'fieldSelector', 'limit', 'continue', 'watch'],
  ...['allowWatchBookmarks', 'timeoutSeconds', 'resourceVersionMatch'],
  ...['sendInitialEvents', 'pretty', 'ref'],
  ...['exclude_alerts', 'group_limit', 'group_next_token'],
  ...['filter', 'active', 'silenced', 'inhibited', 'unprocessed'],
]);

/**
 * Says what is wrong with a request that an upstream saw, or nothing: its path must be one of ours whose segments were
 * encoded, its query must hold keys of ours alone, and the names in its body must be names.
 */
export function problemOf({ path, body }: StubRequest): string | undefined {
  const [pathname, query = '', ...more] = path.split('?');
  const match = PATHS.map(each => each.exec(pathname)).find(Boolean);
  const [, file] = FILE.exec(pathname) ?? [];
  if ((!match && file === undefined) || more.length > 0) {
    return 'The path is none of ours';
  }
  const problem = match
    ? match.slice(1).filter(Boolean).map(encodedProblem).find(Boolean)
    : file.split('/').map(segmentProblem).find(Boolean);
  if (problem) {
    return problem;
  }
  for (const key of new URLSearchParams(query).keys()) {
    if (!QUERY_KEYS.has(key)) {
      return `The query holds the key ${key}`;
    }
  }
  return /\/query(_range)?$/.test(pathname)
    ? formProblem(body)
    : bodyProblem(body);
}

function encodedProblem(segment: string): string | undefined {
  const name = decoded(segment);
  return name === undefined || encodeURIComponent(name) !== segment
    ? `The segment ${segment} was not encoded`
    : segmentProblem(segment);
}

function segmentProblem(segment: string): string | undefined {
  const name = decoded(segment);
  return name === undefined ||
    name === '.' ||
    name === '..' ||
    /[/\\\0\r\n]/.test(name)
    ? `The segment ${segment} leaves its place`
    : undefined;
}

const FORM_KEYS = ['query', 'time', 'start', 'end', 'step'];

/** A query of Prometheus, which is PromQL and nothing else. */
function formProblem(body: string): string | undefined {
  const form = new URLSearchParams(body);
  for (const key of form.keys()) {
    if (!FORM_KEYS.includes(key)) {
      return `The form holds the key ${key}`;
    }
  }
  const problem = promqlProblem(form.get('query') ?? '');
  return problem && `The query is no PromQL: ${problem.message}`;
}

function bodyProblem(body: string): string | undefined {
  if (!body) {
    return undefined;
  }
  const values = JSON.parse(body) as Record<string, unknown>;
  for (const [key, shape] of Object.entries(NAMED)) {
    const value = values[key];
    if (value !== undefined && !shape.test(String(value))) {
      return `${key} is ${JSON.stringify(value)}`;
    }
  }
  return undefined;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
