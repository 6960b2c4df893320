import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import {
  faultError,
  RateBudget,
  UpstreamError,
  UpstreamGuard,
  type UpstreamGuardOptions,
} from '@shopstack/plugin-kit-node';
import type { InstanceConfig } from '../config';
import { Endpoint } from './http';
import { PrometheusApi } from './prometheus/PrometheusApi';
import { toRules } from './prometheus/rules';
import { type Rows, toSamples, toScalar, toSeries } from './prometheus/samples';
import { type Answer, rulesDataSchema } from './prometheus/wire';
import type {
  LoadedRule,
  PrometheusAnswer,
  PrometheusReader,
  Sample,
  Series,
} from './PrometheusReader';
import { PROMETHEUS } from './upstreamNames';

export interface PrometheusClientOptions {
  instance: InstanceConfig;
  timeoutMs: number;
  concurrency: number;
  /** Gives the credentials of AWS; only asked where requests are signed. */
  aws?: () => AwsCredentialsManager;
  guard?: Partial<UpstreamGuardOptions>;
}

/** Queries per second, far below what one server answers; Amazon's quota for a workspace is in the hundreds. */
const RATE = { perSecond: 50, burst: 100 };

/** Groups on one page of rules, where the server has pages: 500 objectives are 1,500 groups. */
const GROUPS_PER_PAGE = 500;

/** Far above every server; beyond it the pages do not end. */
const MOST_PAGES = 200;

/** How often the rules are read from the first page again when they changed between two pages. */
const MOST_RESTARTS = 2;

/** Speaks to one Prometheus, or to what has its API. */
export class PrometheusClient implements PrometheusReader {
  readonly instance: string;
  readonly #endpoint: Endpoint;
  readonly #api: PrometheusApi;

  constructor(options: PrometheusClientOptions) {
    const { instance, timeoutMs, concurrency, aws } = options;
    this.instance = instance.name;
    this.#endpoint = new Endpoint({
      upstream: PROMETHEUS,
      config: instance,
      timeoutMs,
      aws,
    });
    const guard = new UpstreamGuard({
      upstream: PROMETHEUS,
      timeoutMs,
      concurrency,
      budget: new RateBudget(RATE),
      ...options.guard,
    });
    this.#api = new PrometheusApi(this.#endpoint, guard);
  }

  async query(
    promql: string,
    { time }: { time?: number } = {},
  ): Promise<PrometheusAnswer<Sample>> {
    const answer = await this.#api.query('/api/v1/query', [
      ['query', promql],
      ...(time === undefined ? [] : [moment('time', time)]),
    ]);
    switch (answer.resultType) {
      case 'vector':
        return readable(answer, toSamples(answer.result));
      case 'scalar': {
        const sample = toScalar(answer.result);
        return readable(answer, sample && { rows: [sample], unreadable: 0 });
      }
      default:
        throw new UpstreamError(
          'rejected',
          `The query gives a ${answer.resultType} and not one value for each series`,
          { upstream: PROMETHEUS },
        );
    }
  }

  async queryRange(
    promql: string,
    { start, end, step }: { start: number; end: number; step: number },
  ): Promise<PrometheusAnswer<Series>> {
    const answer = await this.#api.query('/api/v1/query_range', [
      ['query', promql],
      moment('start', start),
      moment('end', end),
      ['step', String(step)],
    ]);
    return readable(
      answer,
      answer.resultType === 'matrix' ? toSeries(answer.result) : undefined,
    );
  }

  async rules(): Promise<LoadedRule[]> {
    for (let restarts = 0; ; restarts += 1) {
      try {
        return await this.#allRules();
      } catch (error) {
        const changed = error instanceof RulesChangedError;
        if (!changed || restarts === MOST_RESTARTS) {
          throw changed ? error.cause : error;
        }
      }
    }
  }

  /** Ends idle connections. */
  close(): void {
    this.#endpoint.close();
  }

  /** All pages; a server without pages answers all groups at once and tells of no next page. */
  async #allRules(): Promise<LoadedRule[]> {
    const rules: LoadedRule[] = [];
    let token: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { groups, next } = await this.#rulesPage(token);
      rules.push(...groups.flatMap(toRules));
      if (!next) {
        return rules;
      }
      token = next;
    }
    throw faultError('malformed', PROMETHEUS, new Error('Pages without end'));
  }

  async #rulesPage(token: string | undefined) {
    try {
      const { data } = await this.#api.get('/api/v1/rules', [
        // Their alerts come from Alertmanager; older servers ignore this and the limit.
        ['exclude_alerts', 'true'],
        ['group_limit', String(GROUPS_PER_PAGE)],
        ...(token === undefined
          ? []
          : [['group_next_token', token] as [string, string]]),
      ]);
      const parsed = rulesDataSchema.safeParse(data);
      if (!parsed.success) {
        throw faultError('malformed', PROMETHEUS, parsed.error);
      }
      const { groups, groupNextToken } = parsed.data;
      return { groups: groups ?? [], next: groupNextToken };
    } catch (error) {
      const stale =
        token !== undefined &&
        error instanceof UpstreamError &&
        ['rejected', 'not-found'].includes(error.fault);
      throw stale ? new RulesChangedError(error) : error;
    }
  }
}

/** A token of a page is the group that it ended with; when that is gone there is no way on. */
class RulesChangedError extends Error {
  constructor(override readonly cause: UpstreamError) {
    super('The rules changed while they were read');
  }
}

function moment(key: string, seconds: number): [string, string] {
  // Milliseconds are as fine as Prometheus counts; more digits would only make each question another one to caches.
  return [key, String(Math.round(seconds * 1000) / 1000)];
}

/** @throws UpstreamError `malformed` when there are no rows, or none of several could be read. */
function readable<T>(
  { warnings, infos }: Pick<Answer, 'warnings' | 'infos'>,
  read: Rows<T> | undefined,
): PrometheusAnswer<T> {
  if (!read || (read.unreadable > 0 && read.rows.length === 0)) {
    throw faultError('malformed', PROMETHEUS);
  }
  const { rows, unreadable } = read;
  return {
    result: rows,
    warnings:
      unreadable > 0
        ? [...warnings, `${unreadable} series could not be read`]
        : warnings,
    infos,
  };
}
