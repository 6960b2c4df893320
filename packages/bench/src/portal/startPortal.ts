import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProcessGroup } from '../process/ProcessGroup';
import { type Phase, phaseName, phaseSeconds } from './phases';

export interface StartedPortal {
  /** From the call of npm to the line that says it is ready. */
  seconds: number;
  /** Seconds of each step that it announced. */
  parts: Record<string, number>;
  backendPid: number;
  stop(): Promise<void>;
}

/** The id of the backend that was started last, as `npm start` writes it into the backend's log. */
export function lastPid(log: string): number | undefined {
  const starts = [...log.matchAll(/^--- started \S+, process (\d+)$/gm)];
  const pid = starts.at(-1)?.[1];
  return pid === undefined ? undefined : Number(pid);
}

/**
 * `npm start` as a person calls it, in a checkout.
 *
 * @throws Error with the last lines printed when it ends without being ready.
 */
export async function startPortal(options: {
  directory: string;
  port: number;
  environment: NodeJS.ProcessEnv;
  log: string;
}): Promise<StartedPortal> {
  const { directory, port, environment, log } = options;
  const phases: Phase[] = [];
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  let becameReady: (seconds: number) => void = () => {};
  const ready = new Promise<number>(resolve => {
    becameReady = resolve;
  });
  const group = new ProcessGroup(
    'npm',
    ['start', '--', '--port', String(port)],
    {
      cwd: directory,
      environment,
      log,
      onLine: line => {
        const name = phaseName(line);
        if (name) phases.push({ name, at: elapsed() });
        if (/ is ready at http/.test(line)) becameReady(elapsed());
      },
    },
  );
  const first = await Promise.race([ready, group.ended.then(() => undefined)]);
  if (first === undefined) {
    await group.stop();
    throw new Error(
      `npm start ended before the portal was ready.\n${group.tail}\nThe whole log: ${log}`,
    );
  }
  const backendLog = join(directory, `.state/local-${port}/logs/backend.log`);
  const backendPid = lastPid(readFileSync(backendLog, 'utf8'));
  if (backendPid === undefined) {
    await group.stop();
    throw new Error(`${backendLog} names no process`);
  }
  return {
    seconds: first,
    parts: phaseSeconds(phases, first),
    backendPid,
    stop: () => group.stop(),
  };
}
