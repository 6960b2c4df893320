import type { Stubs } from '../stubs/Stubs';
import { callsOf } from '../lab/countCalls';
import type { Host } from './startHost';

/** One pass of a collector, as its backend says it, with the calls that the stubs saw meanwhile. */
export interface Pass {
  items: number;
  seconds: number;
  calls: number;
}

const passLine = /Collector (\S+): (\d+) items in ([\d.]+) s/;

/** Waits for the passes of one collector in the log of its backend. */
export class PassWatcher {
  readonly passes: Pass[] = [];
  readonly #listeners: (() => void)[] = [];
  #before = 0;

  /** @param calls - beginning of the operations that are the collector's */
  constructor(host: Host, stubs: Stubs, id: string, calls: string) {
    let last = Promise.resolve();
    host.onLine(line => {
      const [, name, items, seconds] = passLine.exec(line) ?? [];
      if (name !== id) return;
      last = last.then(async () => {
        const all = callsOf(await stubs.calls(), calls);
        this.passes.push({
          items: Number(items),
          seconds: Number(seconds),
          calls: all - this.#before,
        });
        this.#before = all;
        this.#listeners.forEach(listener => listener());
      });
    });
  }

  /** Resolves when so many passes have ended. */
  async reach(count: number): Promise<void> {
    while (this.passes.length < count) {
      await new Promise<void>(resolve => {
        this.#listeners.push(resolve);
      });
    }
  }
}
