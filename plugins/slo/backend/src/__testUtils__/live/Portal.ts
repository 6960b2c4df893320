import type { Server } from 'node:http';
import type {
  EntitySlos,
  SloChart,
  SloDetail,
  SloSummary,
} from '@shopstack/plugin-slo-common';
import request from 'supertest';
import { slosOf } from '../startSlo';
import { until } from '../until';

/** An answer of the portal, and between which moments the server answered it. Unix seconds. */
export interface Look<T> {
  body: T;
  from: number;
  to: number;
}

/** How far an evaluation may lie before the moment at which it is seen: it is due every second, and takes its time. */
export const EVALUATION_SECONDS = 3;

/** A guard leaves a server alone for some seconds that has failed often. */
const LONGEST_WAIT_MS = 60_000;

/** The HTTP API of a portal. */
export class Portal {
  constructor(private readonly server: Server) {}

  async get<T>(path: string): Promise<Look<T>> {
    const from = Date.now() / 1000 - EVALUATION_SECONDS;
    const { status, body } = await request(this.server).get(path);
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return { body, from, to: Date.now() / 1000 };
  }

  list(): Promise<Look<EntitySlos>> {
    return this.get(slosOf('shop'));
  }

  /**
   * The list as soon as it is so.
   *
   * @throws Error with its sources when that takes longer than a minute: who waits on would hold the whole run up.
   */
  async listWhen(isSo: (list: EntitySlos) => boolean): Promise<EntitySlos> {
    const deadline = Date.now() + LONGEST_WAIT_MS;
    return until(async () => {
      const { body } = await this.list();
      if (isSo(body)) return body;
      if (Date.now() < deadline) return undefined;
      throw new Error(`Still ${JSON.stringify(body.sources)}`);
    });
  }

  async slo(id: string): Promise<Look<SloSummary>> {
    const { body, ...time } = await this.list();
    return { body: body.items.find(slo => slo.id === id)!, ...time };
  }

  async detail(id: string): Promise<Look<SloDetail>> {
    const { body, ...time } = await this.get<{ items: SloDetail[] }>(
      `${slosOf('shop')}/main/${id}`,
    );
    return { body: body.items[0], ...time };
  }

  async chart(id: string, chart: string, range: string): Promise<SloChart> {
    const { body } = await this.get<{ items: SloChart[] }>(
      `${slosOf('shop')}/main/${id}/charts/${chart}?${range}`,
    );
    return body.items[0];
  }
}
