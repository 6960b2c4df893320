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
import { readRules } from './prometheus/readRules';
import { type Rows, toSamples, toScalar, toSeries } from './prometheus/samples';
import type { Answer } from './prometheus/wire';
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

/** A view asks six questions at once, each up to three times: all of them may fail before it is left alone. */
const BREAK_AFTER = 20;

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
      breakAfter: BREAK_AFTER,
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

  rules(): Promise<LoadedRule[]> {
    return readRules(this.#api);
  }

  /** Ends idle connections. */
  close(): void {
    this.#endpoint.close();
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
