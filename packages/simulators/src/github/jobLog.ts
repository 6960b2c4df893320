import type { WorkflowJob } from '../world/types';

/** The log of a job that is over: each step with its outcome, every line with its time. */
export function jobLog(job: WorkflowJob): string {
  const begin = Date.parse(job.startedAt ?? job.completedAt ?? '');
  const end = Date.parse(job.completedAt ?? '');
  const lines = job.steps.flatMap(({ name, conclusion, message }) => [
    `##[group]${name}`,
    ...(message?.split('\n') ?? []),
    '##[endgroup]',
    ...(conclusion === 'failure'
      ? ['##[error]Process completed with exit code 1.']
      : []),
  ]);
  return lines
    .map((line, index) => {
      const time = begin + ((end - begin) * index) / lines.length;
      const stamp = new Date(time || 0).toISOString().replace('Z', '0000Z');
      return `${stamp} ${line}\n`;
    })
    .join('');
}
