import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** Where the numbers come from: they mean little on another machine, the ratios more. */
export function describeMachine() {
  return {
    platform: `${platform()} ${release()} ${arch()}`,
    processors: cpus().length,
    processor: cpus()[0]?.model,
    memoryGibibytes: Math.round(totalmem() / 1024 ** 3),
    node: process.version,
    /** Processes that wanted a processor in the last minute, before anything was measured. */
    load: Number(loadavg()[0].toFixed(2)),
  };
}
