/** Memory of a process in MiB, after everything that can be collected has been. */
export interface MemoryReport {
  heap: number;
  /** What the heap holds of the system, empty or not. */
  committed: number;
  /** Buffers and the like, outside the heap. */
  external: number;
  resident: number;
}

const mebibyte = 1024 ** 2;

/** Prints the memory of this process whenever it is sent SIGUSR2. Needs `--expose-gc`. */
export function reportMemoryOnSignal(): void {
  process.on('SIGUSR2', () => {
    globalThis.gc?.();
    const { heapUsed, heapTotal, external, rss } = process.memoryUsage();
    const report: MemoryReport = {
      heap: heapUsed / mebibyte,
      committed: heapTotal / mebibyte,
      external: external / mebibyte,
      resident: rss / mebibyte,
    };
    process.stdout.write(`memory ${JSON.stringify(report)}\n`);
  });
}

/** The report in a line, if it is one. */
export function readMemoryReport(line: string): MemoryReport | undefined {
  return line.startsWith('memory ') ? JSON.parse(line.slice(7)) : undefined;
}
