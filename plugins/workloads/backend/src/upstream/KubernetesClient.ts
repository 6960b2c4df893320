import {
  faultError,
  readJsonBody,
  statusError,
  toUpstreamError,
  UpstreamError,
  UpstreamGuard,
  type UpstreamGuardOptions,
} from '@shopstack/plugin-kit-node';
import type { ClusterCredentials } from './ClusterCredentials';
import { openRequest } from './openRequest';
import { readLines } from './readLines';
import type { Resource } from './resources';
import { listSchema, watchLineSchema } from './wire';

export const UPSTREAM = 'Kubernetes';

/** What narrows a list or a watch. */
export interface Selection {
  labelSelector?: string;
  fieldSelector?: string;
  /** Absent means all namespaces. */
  namespace?: string;
}

export interface Listed {
  /** Not parsed yet: an odd object must not hide the others. */
  items: unknown[];
  resourceVersion: string;
  /** True when there were more than `maxObjects`. */
  truncated: boolean;
}

export interface Change {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: unknown;
  resourceVersion?: string;
}

/** The version to go on from is older than what the cluster remembers: list again. */
export class ExpiredError extends Error {}

export interface KubernetesClientOptions {
  credentials: ClusterCredentials;
  timeoutMs: number;
  pageSize: number;
  maxObjects: number;
  guard?: Partial<UpstreamGuardOptions>;
}

const GONE = 410;

/** The calls to one API server that the portal needs: lists page by page, and watches. It never writes. */
export class KubernetesClient {
  readonly #options: KubernetesClientOptions;
  readonly #guard: UpstreamGuard;
  #calls = 0;

  constructor(options: KubernetesClientOptions) {
    this.#options = options;
    this.#guard = new UpstreamGuard({
      upstream: UPSTREAM,
      timeoutMs: options.timeoutMs,
      ...options.guard,
    });
  }

  /** Requests since the start. */
  get calls(): number {
    return this.#calls;
  }

  /**
   * All objects of a kind that the selection means, in pages.
   *
   * @throws UpstreamError for every fault; ExpiredError when the list changed so much between two pages that it has to
   *   begin anew.
   */
  async list(resource: Resource, selection: Selection): Promise<Listed> {
    const { pageSize, maxObjects } = this.#options;
    const items: unknown[] = [];
    let next: string | undefined;
    let resourceVersion = '';
    do {
      const page = await this.#page(resource, {
        ...selection,
        limit: String(pageSize),
        ...(next && { continue: next }),
      });
      if (!page) {
        throw new ExpiredError('The list changed while it was read');
      }
      items.push(...page.items);
      next = page.metadata?.continue || undefined;
      resourceVersion = page.metadata?.resourceVersion ?? resourceVersion;
    } while (next && items.length < maxObjects);
    return { items, resourceVersion, truncated: next !== undefined };
  }

  /**
   * What changes from a version on, until the server ends the watch after `seconds`.
   *
   * @throws UpstreamError for every fault, also when the connection goes silent for too long; ExpiredError.
   */
  async *watch(
    resource: Resource,
    selection: Selection,
    options: { resourceVersion: string; seconds: number; signal: AbortSignal },
  ): AsyncGenerator<Change> {
    const { timeoutMs } = this.#options;
    const seconds = Math.max(1, Math.ceil(options.seconds));
    const ending = new AbortController();
    const overdue = AbortSignal.timeout(seconds * 1000 + timeoutMs);
    const signal = AbortSignal.any([options.signal, overdue, ending.signal]);
    try {
      const response = await this.#guard.read(answering =>
        this.#open(
          resource,
          watchQuery(selection, options.resourceVersion, seconds),
          {
            // Until there is an answer both count, then only the watch's own.
            opening: answering,
            signal,
          },
        ),
      );
      if (response.status === GONE) {
        throw new ExpiredError('The version is too old');
      }
      for await (const line of readLines(response)) {
        yield readChange(line);
      }
    } catch (error) {
      if (options.signal.aborted || error instanceof ExpiredError) {
        throw error;
      }
      throw overdue.aborted
        ? faultError('timed-out', UPSTREAM, error)
        : toUpstreamError(UPSTREAM, error);
    } finally {
      ending.abort();
    }
  }

  /** Undefined when the page is of a list that is too old. */
  #page(resource: Resource, query: Selection & Record<string, string>) {
    return this.#guard.read(async signal => {
      const response = await this.#open(resource, query, { signal });
      if (response.status === GONE) {
        return undefined;
      }
      const parsed = listSchema.safeParse(
        await readJsonBody(UPSTREAM, response),
      );
      if (!parsed.success) {
        throw faultError('malformed', UPSTREAM, parsed.error);
      }
      return parsed.data;
    });
  }

  /** Answers also what is `410 Gone`, which is no fault of the upstream. */
  async #open(
    resource: Resource,
    { namespace, ...query }: Selection & Record<string, string>,
    signals: { signal: AbortSignal; opening?: AbortSignal },
  ): Promise<Response> {
    const { credentials } = this.#options;
    const { url: base, agent } = credentials.connection();
    const url = new URL(
      `${base}${resource.api}${
        namespace ? `/namespaces/${encodeURIComponent(namespace)}` : ''
      }/${resource.plural}`,
    );
    for (const [key, value] of Object.entries(query)) {
      url.searchParams.set(key, value);
    }
    const headers = {
      Accept: 'application/json',
      ...(await credentials.headers()),
    };
    this.#calls += 1;
    const opened = new AbortController();
    const give = () => opened.abort(signals.opening?.reason);
    signals.opening?.addEventListener('abort', give, { once: true });
    const response = await openRequest(url, {
      headers,
      agent,
      signal: AbortSignal.any([signals.signal, opened.signal]),
    }).finally(() => signals.opening?.removeEventListener('abort', give));
    if (response.ok) {
      return response;
    }
    await response.body?.cancel();
    if (response.status === GONE) {
      return response;
    }
    if (response.status === 401) {
      credentials.forget();
    }
    throw statusError(UPSTREAM, response.status, {
      retryAfter: response.headers.get('retry-after'),
    });
  }
}

function watchQuery(
  selection: Selection,
  resourceVersion: string,
  seconds: number,
) {
  return {
    ...selection,
    watch: 'true',
    allowWatchBookmarks: 'true',
    resourceVersion,
    timeoutSeconds: String(seconds),
  };
}

function readChange(line: string): Change {
  const { type, object } = watchLineSchema.parse(JSON.parse(line));
  if (type !== 'ERROR') {
    return {
      type,
      object,
      resourceVersion: object.metadata?.resourceVersion,
    };
  }
  if (object.code === GONE) {
    throw new ExpiredError('The version is too old');
  }
  throw object.code
    ? statusError(UPSTREAM, object.code)
    : new UpstreamError('failed', `${UPSTREAM} ended the watch`);
}
