import { setTimeout as sleep } from 'node:timers/promises';
import { type Context, logFile } from '../Context';
import { startProgram } from '../process/startProgram';
import type { CallSummary } from './CallLog';
import type { StubSettings } from './settings';
import type { StubAddresses } from './startStubs';

/** How long nobody may have called before a benchmark takes it that nobody is going to, beyond an answer's latency. */
const quietMilliseconds = 250;
const longestSettling = 240_000;

/** The process of the stubs, as a benchmark sees it. */
export class Stubs {
  static async start(context: Context): Promise<Stubs> {
    let isReady: (addresses: StubAddresses) => void = () => {};
    const ready = new Promise<StubAddresses>(resolve => {
      isReady = resolve;
    });
    const group = startProgram(context, {
      program: 'stubs/main.ts',
      log: logFile(context, 'stubs'),
      onLine: line => {
        if (line.startsWith('ready ')) isReady(JSON.parse(line.slice(6)));
      },
    });
    const addresses = await Promise.race([ready, group.ended]);
    if (typeof addresses !== 'object') {
      throw new Error(`The stubs did not start.\n${group.tail}`);
    }
    return new Stubs(addresses, () => group.stop());
  }

  readonly addresses: StubAddresses;
  readonly stop: () => Promise<void>;
  #latencyMs = 0;

  private constructor(addresses: StubAddresses, stop: () => Promise<void>) {
    this.addresses = addresses;
    this.stop = stop;
  }

  async set(settings: Partial<StubSettings>): Promise<void> {
    this.#latencyMs = settings.latencyMs ?? this.#latencyMs;
    await this.#control('PUT', JSON.stringify(settings));
  }

  /** Starts counting anew. */
  async clear(): Promise<void> {
    await this.#control('DELETE');
  }

  calls(): Promise<CallSummary> {
    return this.#control('GET');
  }

  /**
   * The calls since the last `clear`, when no more are coming.
   *
   * @throws Error when they do not end, or one of them is none that a page has a reason to make.
   */
  async settled(): Promise<CallSummary> {
    const end = Date.now() + longestSettling;
    let before = await this.calls();
    while (Date.now() < end) {
      await sleep(quietMilliseconds + this.#latencyMs);
      const now = await this.calls();
      if (now.calls === before.calls && now.inFlight === 0) {
        return requireExpected(now);
      }
      before = now;
    }
    throw new Error(
      `Calls still go on after ${longestSettling / 1000} s: ${JSON.stringify(before.operations)}`,
    );
  }

  async #control(method: string, body?: string): Promise<CallSummary> {
    const response = await fetch(this.addresses.control, { method, body });
    return response.json() as Promise<CallSummary>;
  }
}

/** @throws Error that names the calls nobody has a reason to make. */
export function requireExpected(summary: CallSummary): CallSummary {
  if (summary.unexpected.length > 0) {
    throw new Error(`Unexpected calls:\n  ${summary.unexpected.join('\n  ')}`);
  }
  return summary;
}
