import {
  HttpStub,
  type StubReply,
  type StubRequest,
} from '@shopstack/plugin-kit-node/testUtils';

/** One series of a canned answer. `value` is for instant queries, `points` (Unix seconds and values) for ranges. */
export interface StubSeries {
  labels?: Record<string, string>;
  value?: number;
  points?: [number, number][];
}

/** What was asked: `range` holds the numbers of a range query. */
export interface StubQuery {
  promql: string;
  time?: number;
  range?: { start: number; end: number; step: number };
}

/** Series, or a whole reply: a refusal, a fault, a body of one's own. */
export type StubAnswer = StubSeries[] | { reply: StubReply };

type Matcher = string | RegExp | ((query: StubQuery) => boolean);
type Answerer = StubAnswer | ((query: StubQuery) => StubAnswer);

/**
 * A pretend Prometheus on loopback that answers canned data. An expression that it has no answer for is refused by
 * name (400), so that a test notices.
 */
export class PrometheusStub {
  static async start(): Promise<PrometheusStub> {
    return new PrometheusStub(await HttpStub.start());
  }

  /** What was asked, in order. */
  readonly queries: StubQuery[] = [];
  /** The groups of `/api/v1/rules`, in the shape of its wire. */
  ruleGroups: object[] = [];
  /** In place of every answer while it is set. */
  fault?: StubReply;
  /** Unix seconds of instant answers when the question has no time. */
  now = 1_700_000_000;
  readonly #http: HttpStub;
  #answers: [Matcher, Answerer][] = [];

  private constructor(http: HttpStub) {
    this.#http = http;
    http.reply = request => this.#reply(request);
  }

  get url(): string {
    return this.#http.url;
  }

  /** All requests, those for rules too. */
  get requests(): readonly StubRequest[] {
    return this.#http.requests;
  }

  /** Answers expressions that are, or match, this; what was said last counts. */
  on(matcher: Matcher, answer: Answerer): this {
    this.#answers.unshift([matcher, answer]);
    return this;
  }

  /** Forgets all answers and questions. */
  reset(): void {
    this.#http.requests.length = 0;
    this.queries.length = 0;
    this.#answers = [];
    this.ruleGroups = [];
    this.fault = undefined;
  }

  close(): Promise<void> {
    return this.#http.close();
  }

  #reply({ path, body }: StubRequest): StubReply {
    if (this.fault) {
      return this.fault;
    }
    const url = new URL(path, this.url);
    if (url.pathname.endsWith('/api/v1/rules')) {
      return success({ groups: this.ruleGroups });
    }
    const isRange = url.pathname.endsWith('/api/v1/query_range');
    if (!isRange && !url.pathname.endsWith('/api/v1/query')) {
      return { status: 404, body: 'not found' };
    }
    const query = readQuery(
      new URLSearchParams([...url.searchParams, ...new URLSearchParams(body)]),
      isRange,
    );
    this.queries.push(query);
    const found = this.#answers.find(([matcher]) => matches(matcher, query));
    if (!found) {
      const error = `the stub has no answer for: ${query.promql}`;
      return {
        status: 400,
        body: { status: 'error', errorType: 'bad_data', error },
      };
    }
    const answer = typeof found[1] === 'function' ? found[1](query) : found[1];
    if ('reply' in answer) {
      return answer.reply;
    }
    return isRange ? matrix(answer) : vector(answer, query.time ?? this.now);
  }
}

function readQuery(form: URLSearchParams, isRange: boolean): StubQuery {
  const number = (key: string) =>
    form.has(key) ? Number(form.get(key)) : undefined;
  return {
    promql: form.get('query') ?? '',
    ...(isRange
      ? {
          range: {
            start: number('start')!,
            end: number('end')!,
            step: number('step')!,
          },
        }
      : { time: number('time') }),
  };
}

function matches(matcher: Matcher, query: StubQuery): boolean {
  if (typeof matcher === 'function') {
    return matcher(query);
  }
  return typeof matcher === 'string'
    ? matcher === query.promql
    : matcher.test(query.promql);
}

function success(data: object): StubReply {
  return { body: { status: 'success', data } };
}

function vector(series: StubSeries[], at: number): StubReply {
  return success({
    resultType: 'vector',
    result: series.map(({ labels = {}, value = NaN }) => ({
      metric: labels,
      value: [at, print(value)],
    })),
  });
}

function matrix(series: StubSeries[]): StubReply {
  return success({
    resultType: 'matrix',
    result: series.map(({ labels = {}, points = [] }) => ({
      metric: labels,
      values: points.map(([time, value]) => [time, print(value)]),
    })),
  });
}

/** As Go prints them. */
function print(value: number): string {
  if (Math.abs(value) === Infinity) {
    return value > 0 ? '+Inf' : '-Inf';
  }
  return String(value);
}
