import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Request, Response } from 'express';
import { gitEnvironment } from '../../git/runGit';
import { withWorkDirectory } from '../../git/workDirectory';
import { CgiResponse } from './CgiResponse';
import { writeHooks } from './hooks';

/** A request of a git client to hand to `git http-backend`. */
interface BackendCall {
  request: Request;
  response: Response;
  /** Of the bare repository. */
  directory: string;
  service: string;
  login: string;
  /** Branches that this caller must not move. */
  refused: string[];
}

/** A branch that a push moved. */
interface MovedBranch {
  branch: string;
  before?: string;
  after?: string;
}

const ZERO = '0'.repeat(40);

/** Runs the CGI and writes its answer, but does not end it: the caller first tells the world what moved. */
export async function runHttpBackend(
  call: BackendCall,
): Promise<MovedBranch[]> {
  return withWorkDirectory(call.directory, async folder => {
    const hooks = join(folder, 'hooks');
    const report = join(folder, 'moved');
    await writeHooks(hooks);
    await runCgi(call, hooks, report);
    const lines = await readFile(report, 'utf8').catch(() => '');
    return parseReport(lines);
  });
}

function runCgi(call: BackendCall, hooks: string, report: string) {
  const { request, response, directory, service } = call;
  return new Promise<void>((resolve, reject) => {
    const child = spawn('git', [...configuration(hooks), 'http-backend'], {
      env: {
        ...gitEnvironment(dirname(directory)),
        ...requestEnvironment(request),
        GIT_PROJECT_ROOT: dirname(directory),
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: `/${basename(directory)}/${service}`,
        REMOTE_USER: call.login,
        FORGE_PROTECTED: call.refused.join('\n'),
        FORGE_REPORT: report,
      },
    });
    const answer = new CgiResponse(response);
    child.on('error', reject);
    child.stderr.resume();
    child.stdout.on('data', chunk => {
      if (!response.destroyed && !answer.write(chunk)) {
        child.stdout.pause();
        response.once('drain', () => child.stdout.resume());
      }
    });
    // A client that goes away in the middle must not leave a process behind.
    response.on('close', () => {
      child.stdout.resume();
      child.stdin.destroy();
    });
    child.stdin.on('error', () => {});
    request.pipe(child.stdin);
    child.on('close', () => {
      answer.finish();
      resolve();
    });
  });
}

function configuration(hooks: string): string[] {
  return [
    `core.hooksPath=${hooks}`,
    'http.receivepack=true',
    'receive.autogc=false',
    'receive.denyDeleteCurrent=ignore',
    'uploadpack.allowFilter=true',
    'uploadpack.allowAnySHA1InWant=true',
    'safe.directory=*',
  ].flatMap(setting => ['-c', setting]);
}

function requestEnvironment(request: Request): Record<string, string> {
  const { headers, originalUrl, method } = request;
  const variables: Record<string, string | undefined> = {
    REQUEST_METHOD: method,
    QUERY_STRING: originalUrl.split('?')[1] ?? '',
    CONTENT_TYPE: headers['content-type'],
    CONTENT_LENGTH: headers['content-length'],
    HTTP_CONTENT_ENCODING: headers['content-encoding'],
    GIT_PROTOCOL: request.get('git-protocol'),
    REMOTE_ADDR: request.socket.remoteAddress,
  };
  return Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
}

function parseReport(report: string): MovedBranch[] {
  const moved: MovedBranch[] = [];
  for (const line of report.split('\n')) {
    const [before, after, name] = line.split(' ');
    if (!name?.startsWith('refs/heads/')) continue;
    moved.push({
      branch: name.slice('refs/heads/'.length),
      before: before === ZERO ? undefined : before,
      after: after === ZERO ? undefined : after,
    });
  }
  return moved;
}
