import { spawn } from 'node:child_process';
import { dirname } from 'node:path';

/** A git command that ended with another code than 0. */
export class GitError extends Error {
  readonly name = 'GitError';

  constructor(
    readonly command: string,
    readonly exitCode: number,
    readonly stderr: string,
  ) {
    super(`git ${command} ended with code ${exitCode}: ${stderr.trim()}`);
  }
}

/** What a git command is given beside its arguments. */
interface GitOptions {
  input?: string | Uint8Array;
  /** Variables on top of the closed environment, such as the author of a commit. */
  environment?: Record<string, string>;
  /** Exit codes that are answers, not failures; 0 always is. */
  accepted?: number[];
}

/** Longest run of one command; a larger repository than the demo's stays far below it. */
const COMMAND_TIMEOUT_MS = 60_000;

/** Hooks are for pushes over HTTP only; paths and messages are bytes, never quoted. */
const fixedConfig = [
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.quotePath=false',
  '-c',
  'gc.auto=0',
];

/**
 * The environment of every git command: nothing of the person's configuration, and no GIT_* variable of a caller that
 * is itself a git hook.
 */
export function gitEnvironment(home: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    HOME: home,
    XDG_CONFIG_HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    LANG: 'C',
    LC_ALL: 'C',
    TZ: 'UTC',
  };
}

/** Runs a git command in a bare repository, without a shell, and answers its standard output. */
export async function runGit(
  directory: string,
  args: string[],
  options: GitOptions = {},
): Promise<Buffer> {
  const { stdout, exitCode, stderr } = await execute(directory, args, options);
  if (exitCode !== 0 && !options.accepted?.includes(exitCode)) {
    throw new GitError(args.join(' '), exitCode, stderr);
  }
  return stdout;
}

/** As `runGit`, but answers the exit code for those commands that answer with it. */
export async function runGitForCode(
  directory: string,
  args: string[],
  options: GitOptions = {},
): Promise<number> {
  return (await execute(directory, args, options)).exitCode;
}

/** As `runGit`, but answers trimmed text. */
export async function runGitForText(
  directory: string,
  args: string[],
  options: GitOptions = {},
): Promise<string> {
  return (await runGit(directory, args, options)).toString('utf8').trim();
}

function execute(directory: string, args: string[], options: GitOptions) {
  return new Promise<{ stdout: Buffer; stderr: string; exitCode: number }>(
    (resolve, reject) => {
      const child = spawn('git', ['--git-dir=.', ...fixedConfig, ...args], {
        cwd: directory,
        env: { ...gitEnvironment(dirname(directory)), ...options.environment },
        signal: AbortSignal.timeout(COMMAND_TIMEOUT_MS),
      });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on('data', chunk => stdout.push(chunk));
      child.stderr.on('data', chunk => stderr.push(chunk));
      child.on('error', reject);
      child.on('close', code =>
        resolve({
          stdout: Buffer.concat(stdout),
          stderr: Buffer.concat(stderr).toString('utf8'),
          exitCode: code ?? -1,
        }),
      );
      // A command that ends without reading everything closes the pipe; its exit code says enough.
      child.stdin.on('error', () => {});
      child.stdin.end(options.input ?? '');
    },
  );
}
