import type { MemoryReport } from '../../hosts/reportMemory';
import type { Line } from '../../measure/judgeLines';
import { slope } from '../../measure/statistics';

/** Caches fill in the first passes. */
const warmUpPasses = 5;
/** A leak of 256 bytes for each of 1,000 services would be more. */
const heapLimit = 0.25;
/** Pages come back to the system late, so this one is coarse. */
const residentLimit = 1;

/** How much memory grows from pass to pass, after the first. */
export function memoryLines(memory: MemoryReport[]): Line[] {
  const line = (
    key: keyof MemoryReport,
    what: string,
    atMost: number,
  ): Line => {
    const all = memory.map(report => report[key]);
    const later = all.slice(warmUpPasses);
    return {
      what: `${what}, growth with each pass`,
      unit: 'MiB',
      ours: slope(later),
      goal: { atMost },
      note: `${later[0].toFixed(0)} MiB after pass ${warmUpPasses + 1}, ${later.at(-1)!.toFixed(0)} MiB after pass ${memory.length}`,
      details: { ours: memory },
    };
  };
  return [
    line('heap', 'heap after collection', heapLimit),
    line('resident', 'resident memory', residentLimit),
  ];
}
