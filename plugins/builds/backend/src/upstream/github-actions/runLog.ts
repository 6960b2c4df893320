import type { BuildLogLine } from '@shopstack/plugin-builds-common';
import type { LogStretch } from '../../service/ExecutorProject';
import { jobTitle } from './jobLogMapping';
import type { GithubMemo } from './wire';

type Jobs = NonNullable<GithubMemo['jobs']>;
type ReadJobLog = (jobId: number) => Promise<BuildLogLine[] | undefined>;

/**
 * The log of a run: those of its jobs in their order, each under a title. GitHub has the log of a job once it is over,
 * so the position is that of the first job that is not.
 */
export async function readRunLog(
  jobs: Jobs,
  position: string,
  readJobLog: ReadJobLog,
): Promise<LogStretch> {
  const index = /^\d{1,4}$/.test(position) ? Number(position) : 0;
  const job = jobs[index];
  if (job?.status !== 'completed') {
    return { lines: [], next: String(index), atEnd: true };
  }
  return {
    lines: await readJob(job, readJobLog),
    next: String(index + 1),
    atEnd: false,
  };
}

/** The last lines of the job that failed, else of the last that is over. */
export async function readRunLogTail(
  jobs: Jobs,
  lines: number,
  readJobLog: ReadJobLog,
): Promise<BuildLogLine[]> {
  const ran = jobs.filter(
    ({ status, conclusion }) =>
      status === 'completed' && conclusion !== 'skipped',
  );
  const job =
    ran.findLast(({ conclusion }) => conclusion === 'failure') ??
    ran[ran.length - 1];
  return job ? (await readJob(job, readJobLog)).slice(-lines) : [];
}

async function readJob(
  job: Jobs[number],
  readJobLog: ReadJobLog,
): Promise<BuildLogLine[]> {
  const title = jobTitle(job);
  if (job.id === undefined || job.conclusion === 'skipped') {
    return [title];
  }
  const lines = await readJobLog(job.id);
  return [title, ...(lines ?? [{ text: '[Its log is not kept any more]' }])];
}
