import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, transform } from './paths.mjs';

/**
 * Runs a TypeScript program of this checkout with the parameters of the script, and ends as it ends. Standard output is
 * the program's own, so it is inherited; a signal is handed on, so that the program can end what it started.
 */
export function runProgram(file, { node, environment }) {
  const child = spawn(
    node,
    ['--require', transform, join(root, file), ...process.argv.slice(2)],
    { cwd: root, env: environment, stdio: 'inherit' },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('exit', code => process.exit(code ?? 1));
}
