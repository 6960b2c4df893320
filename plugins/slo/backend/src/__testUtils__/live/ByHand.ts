/** One series of an answer, its values by Unix seconds. */
export interface HandSeries {
  labels: Record<string, string>;
  points: Map<number, number>;
}

/** Moments from one to another, both included. Seconds. */
export interface Moments {
  start: number;
  end: number;
  step: number;
}

/** Between two moments at which a value may be another one; rules are evaluated once a second. */
const CLOSE_SECONDS = 0.1;

/** What a person sees who asks Prometheus by hand: plain HTTP, apart from the client of the plugin. */
export class ByHand {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** The series of a query at a moment, or now. */
  async series(promql: string, time?: number): Promise<HandSeries[]> {
    const { result } = await this.#ask('query', {
      query: promql,
      ...(time !== undefined && { time: String(time) }),
    });
    return (result as any[]).map(({ metric, value, values = [value] }) =>
      toSeries(metric, values),
    );
  }

  /** The value of a query with at most one series; undefined without one. */
  async value(promql: string, time?: number): Promise<number | undefined> {
    const [only, ...others] = await this.series(promql, time);
    if (others.length > 0) throw new Error(`Several series: ${promql}`);
    return only && [...only.points.values()][0];
  }

  /** The values of a query with one series by the moments at which there is one. */
  async points(promql: string, moments: Moments): Promise<Map<number, number>> {
    const { start, end, step } = moments;
    const { result } = await this.#ask('query_range', {
      query: promql,
      start: String(start),
      end: String(end),
      step: String(step),
    });
    const [only, ...others] = result as any[];
    if (others.length > 0) throw new Error(`Several series: ${promql}`);
    return only
      ? toSeries(only.metric, only.values).points
      : new Map<number, number>();
  }

  /** The different values that a query with one series had in this time. */
  async between(promql: string, start: number, end: number): Promise<number[]> {
    const points = await this.points(promql, {
      start,
      // What was recorded just before the end lies behind the last full step.
      end: end + CLOSE_SECONDS,
      step: CLOSE_SECONDS,
    });
    return [...new Set(points.values())];
  }

  /** All rules as the server lists them. */
  async rules(): Promise<any[]> {
    const { groups } = await this.#ask('rules', {});
    return (groups as any[]).flatMap(({ rules }) => rules);
  }

  async #ask(path: string, parameters: Record<string, string>): Promise<any> {
    const search = new URLSearchParams(parameters);
    const response = await fetch(`${this.#url}/api/v1/${path}?${search}`);
    const { data, error } = (await response.json()) as any;
    if (!data) throw new Error(error);
    return data;
  }
}

function toSeries(
  labels: Record<string, string>,
  values: [number, string][],
): HandSeries {
  return {
    labels,
    points: new Map(values.map(([time, value]) => [time, Number(value)])),
  };
}
