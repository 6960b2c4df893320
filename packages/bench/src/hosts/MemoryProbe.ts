import { type MemoryReport, readMemoryReport } from './reportMemory';
import type { Host } from './startHost';

/** Asks a running backend for its memory. */
export class MemoryProbe {
  readonly #host: Host;
  #waiting: ((report: MemoryReport) => void)[] = [];

  constructor(host: Host) {
    this.#host = host;
    host.onLine(line => {
      const report = readMemoryReport(line);
      if (report) this.#waiting.shift()?.(report);
    });
  }

  read(): Promise<MemoryReport> {
    return new Promise(resolve => {
      this.#waiting.push(resolve);
      process.kill(this.#host.pid, 'SIGUSR2');
    });
  }
}
