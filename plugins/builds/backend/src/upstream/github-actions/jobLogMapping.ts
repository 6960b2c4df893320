import type { BuildLogLine } from '@shopstack/plugin-builds-common';
import type { WireWorkflowJob } from './wire';

export const LOG_CUT_LINE = '[The log is longer: the rest is at GitHub only]';

/** Each line of a job's log begins with its time. */
const TIMED = /^\ufeff?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z) ?/;

export function toJobLines(text: string): BuildLogLine[] {
  return text
    .replace(/\r?\n$/, '')
    .split('\n')
    .map(line => {
      const [start, time] = TIMED.exec(line) ?? [];
      const at = time === undefined ? Number.NaN : Date.parse(time);
      return Number.isNaN(at)
        ? { text: line.replace(/^\ufeff/, '') }
        : { at: new Date(at).toISOString(), text: line.slice(start?.length) };
    });
}

/** What stands above the log of each job. */
export function jobTitle(
  job: Pick<WireWorkflowJob, 'name' | 'conclusion'>,
): BuildLogLine {
  return { text: `--- ${job.name}: ${job.conclusion ?? 'unknown'} ---` };
}
