import type { Server } from 'node:http';
import { component, naming, startSlo } from '../startSlo';
import { ByHand } from './ByHand';
import { Exporter, SCRAPE_NUMBER } from './Exporter';
import { LIVE_SERVICES, livePast, liveRules } from './liveFiles';
import { LivePrometheus } from './LivePrometheus';
import { type KeptScrape, keptScrapes } from './oracle';
import { EVALUATION_SECONDS, Portal } from './Portal';
import { beginTraffic, STEPS, takeStep } from './traffic';

/** A real Prometheus, an exporter that it scrapes, rules that it has loaded, and portals that ask it. */
export class LiveWorld {
  static async start(): Promise<LiveWorld> {
    const exporter = await Exporter.start();
    try {
      beginTraffic(exporter);
      const prometheus = await LivePrometheus.create({
        target: exporter.target,
        rules: liveRules(),
        past: livePast(Date.now() / 1000),
      });
      return new LiveWorld(exporter, prometheus);
    } catch (error) {
      await exporter.close();
      throw error;
    }
  }

  readonly hand: ByHand;
  /** What the server kept of the scrapes, once the traffic has been driven. */
  scrapes: KeptScrape[] = [];

  private constructor(
    readonly exporter: Exporter,
    readonly prometheus: LivePrometheus,
  ) {
    this.hand = new ByHand(prometheus.url);
  }

  /** Starts the server, drives the traffic, freezes it, and waits until all rules have seen its end. */
  async drive(steps: number = STEPS): Promise<void> {
    const { exporter, hand } = this;
    await this.prometheus.start();
    // Two, so that one may be lost: what a counter had when it was first seen is never counted.
    await this.#untilScraped(
      async () =>
        ((await hand.value(`count_over_time(${SCRAPE_NUMBER}[5m])`)) ?? 0) >= 2,
    );
    for (let step = 0; step < steps; step += 1) {
      takeStep(exporter, step);
      await exporter.nextScrape();
    }
    // The last but one of these has been kept when the next is asked for.
    await exporter.nextScrape();
    await this.evaluated();
    this.scrapes = await keptScrapes(hand, exporter.scrapes);
  }

  /** Resolves when all rules have been evaluated on what is kept now, and again on what those have recorded. */
  async evaluated(): Promise<void> {
    for (let round = 0; round < 2; round += 1) {
      const now = Date.now() / 1000;
      await this.#untilScraped(async () => {
        const rules = await this.hand.rules();
        return rules.every(
          ({ lastEvaluation }) =>
            Date.parse(lastEvaluation) / 1000 >= now + EVALUATION_SECONDS - 1,
        );
      });
    }
  }

  /** A portal that reads anew whenever it is asked. */
  async startPortal(): Promise<Portal> {
    const server = await startSlo({
      instances: [{ name: 'main', url: this.prometheus.url }],
      slo: { maxAgeSeconds: 0.05, timeoutSeconds: 8 },
      config: {
        observe: {
          restSeconds: 0.05,
          patienceSeconds: 8,
          firstPatienceSeconds: 8,
        },
      },
      entities: [component('shop', naming(LIVE_SERVICES.join(',')))],
    });
    return new Portal(server as unknown as Server);
  }

  async stop(): Promise<void> {
    await this.prometheus.remove();
    await this.exporter.close();
  }

  /** Asks once a scrape: what is waited for changes no more often. */
  async #untilScraped(condition: () => Promise<boolean>): Promise<void> {
    do {
      await this.exporter.nextScrape();
    } while (!(await condition()));
  }
}
