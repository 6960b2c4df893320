import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, on every architecture that Node runs on. */
const ticksPerSecond = 100;

/** Seconds of a line of /proc/PID/stat: user and system. The name in it may hold spaces and brackets. */
export function parseProcessorTime(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Seconds for which a process had a processor; undefined where the system does not tell in this way. */
export function processorSeconds(pid: number): number | undefined {
  return process.platform === 'linux'
    ? parseProcessorTime(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    : undefined;
}
