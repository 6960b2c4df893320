import { faultError, type UpstreamGuard } from '@shopstack/plugin-kit-node';
import { type Endpoint, type EndpointRequest, readAnswer } from '../http';
import { PROMETHEUS } from '../upstreamNames';
import { errorInAnswer, refusalError } from './refusals';
import {
  type Answer,
  answerSchema,
  queryDataSchema,
  refusalSchema,
} from './wire';
import { cleanWords } from './words';

type Pairs = [key: string, value: string][];

/** Statuses of a server, or of a proxy before it, that takes queries only in the address. */
const WITHOUT_POST = new Set([405, 501]);

/** More notes than that repeat themselves: there is one for each series. */
const MOST_NOTES = 10;

/** The envelope of Prometheus's HTTP API: `status`, `data`, `warnings`, and refusals in its words. */
export class PrometheusApi {
  readonly #endpoint: Endpoint;
  readonly #guard: UpstreamGuard;
  #takesPost = true;

  constructor(endpoint: Endpoint, guard: UpstreamGuard) {
    this.#endpoint = endpoint;
    this.#guard = guard;
  }

  /** Asks a query as a form, for expressions are longer than addresses may be. */
  async query(path: string, form: Pairs) {
    const answer = await this.#ask(signal =>
      this.#sendForm(path, form, signal),
    );
    const parsed = queryDataSchema.safeParse(answer.data);
    if (!parsed.success) {
      throw faultError('malformed', PROMETHEUS, parsed.error);
    }
    return { ...answer, ...parsed.data };
  }

  async get(path: string, query: Pairs): Promise<Answer> {
    return this.#ask(signal => this.#endpoint.send({ path, query, signal }));
  }

  async #ask(
    send: (signal: AbortSignal) => Promise<Response>,
  ): Promise<Answer> {
    return this.#guard.read(async signal => {
      const response = await send(signal);
      const { secrets } = this.#endpoint;
      if (!response.ok) {
        throw await refusalError(response, secrets);
      }
      const body = await readAnswer(PROMETHEUS, response);
      const refusal = refusalSchema.safeParse(body);
      if (refusal.success) {
        throw errorInAnswer(refusal.data, secrets);
      }
      const answer = answerSchema.safeParse(body);
      if (!answer.success) {
        throw faultError('malformed', PROMETHEUS, answer.error);
      }
      const { data, warnings = [], infos = [] } = answer.data;
      return {
        data,
        warnings: shown(warnings, secrets),
        infos: shown(infos, secrets),
      };
    });
  }

  async #sendForm(
    path: string,
    form: Pairs,
    signal: AbortSignal,
  ): Promise<Response> {
    const inAddress: EndpointRequest = { path, query: form, signal };
    if (!this.#takesPost) {
      return this.#endpoint.send(inAddress);
    }
    const response = await this.#endpoint.send({ path, form, signal });
    if (!WITHOUT_POST.has(response.status)) {
      return response;
    }
    await response.body?.cancel();
    this.#takesPost = false;
    return this.#endpoint.send(inAddress);
  }
}

function shown(notes: readonly string[], secrets: readonly string[]): string[] {
  return notes
    .slice(0, MOST_NOTES)
    .map(note => cleanWords(note, secrets))
    .filter(note => note !== '');
}
