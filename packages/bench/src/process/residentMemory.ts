import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** KiB of a `VmRSS:   123456 kB` line of /proc/PID/status, undefined without one. */
export function parseResidentSize(status: string): number | undefined {
  const size = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return size === undefined ? undefined : Number(size);
}

/**
 * MiB of a process that are in memory now, pages of shared files included.
 *
 * @throws Error when there is no such process.
 */
export function residentMebibytes(pid: number): number {
  const kibibytes =
    process.platform === 'linux'
      ? parseResidentSize(readFileSync(`/proc/${pid}/status`, 'utf8'))
      : Number(
          execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], {
            encoding: 'utf8',
          }),
        );
  if (!kibibytes) throw new Error(`Process ${pid} has no resident memory`);
  return kibibytes / 1024;
}
