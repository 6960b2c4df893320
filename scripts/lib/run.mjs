import { spawn } from 'node:child_process';
import { root } from './paths.mjs';
import { Problem } from './say.mjs';

const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const child of running) child.kill('SIGTERM');
    if (process.listenerCount(signal) === 1) process.exit(130);
  });
}

/**
 * Runs a command to its end. Its output goes to standard error, or is collected when `quiet`.
 * Answers `{ code, output, stdout }`; throws a Problem when it fails, unless `allowFailure`.
 */
export function run(command, parameters, options = {}) {
  const {
    cwd = root,
    environment = process.env,
    quiet,
    allowFailure,
    onLine,
  } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd,
      env: environment,
      stdio: [
        'ignore',
        quiet || onLine ? 'pipe' : 2,
        quiet || onLine ? 'pipe' : 2,
      ],
    });
    running.add(child);
    let output = '';
    const collect = data => {
      output += data;
      if (onLine) for (const line of String(data).split('\n')) onLine(line);
    };
    let stdout = '';
    child.stdout?.on('data', data => {
      stdout += data;
      collect(data);
    });
    child.stderr?.on('data', collect);
    child.on('error', error => {
      running.delete(child);
      reject(new Problem(`${command} cannot be started: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      if (code === 0 || allowFailure)
        resolve({ code: code ?? signal, output, stdout });
      else {
        const tail =
          quiet || onLine
            ? `\n${output.trim().split('\n').slice(-25).join('\n')}`
            : '';
        reject(
          new Problem(
            `${command} ${parameters.join(' ')} ended with ${code ?? signal}.${tail}`,
          ),
        );
      }
    });
  });
}
