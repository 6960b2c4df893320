import { spawn } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { dirname } from 'node:path';
import { gitEnvironment } from '../../git/runGit';
import { ORGANIZATION } from '../organization';
import type { RepositoryCall } from './RepositoryCall';

/** Sends a commit's files as GitHub does: a gzipped tar (or a zip) with one folder at the top. */
export async function sendArchive(
  { directory, repository, response, revision }: RepositoryCall,
  ref: string,
  format: 'tar.gz' | 'zip',
): Promise<void> {
  const sha = await revision(ref);
  const name = `${ORGANIZATION}-${repository}-${sha.slice(0, 7)}`;
  response.setHeader(
    'Content-Type',
    format === 'zip' ? 'application/zip' : 'application/x-gzip',
  );
  response.setHeader('ETag', `"${sha}-${format}"`);
  response.setHeader(
    'Content-Disposition',
    `attachment; filename=${name}.${format}`,
  );
  const child = spawn(
    'git',
    ['--git-dir=.', 'archive', `--format=${format}`, `--prefix=${name}/`, sha],
    {
      cwd: directory,
      env: gitEnvironment(dirname(directory)),
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  // Also when the client goes away: the pipe closes and git ends by itself.
  await pipeline(child.stdout, response);
}
