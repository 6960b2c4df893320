import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AlertWindows } from '@shopstack/plugin-slo-common';
import {
  type SloProblem,
  parseAlertWindows,
} from '@shopstack/plugin-slo-common/rules';
import { UsageError } from './UsageError';

/**
 * The alert windows of a file, or of all YAML files below a folder, with what is wrong in them.
 *
 * @throws UsageError when there is no such place, or no file in it
 */
export async function readWindows(
  path: string,
): Promise<{ windows: AlertWindows[]; problems: SloProblem[] }> {
  const windows: AlertWindows[] = [];
  const problems: SloProblem[] = [];
  for (const file of await listFiles(path)) {
    const read = parseAlertWindows(await readFile(file, 'utf8'), { file });
    problems.push(...read.problems);
    const period = read.windows?.periodSeconds;
    if (windows.some(({ periodSeconds }) => periodSeconds === period)) {
      const reason = 'another file has windows for this period already';
      problems.push({ file, line: 1, path: 'spec.sloPeriod', reason });
    } else if (read.windows) {
      windows.push(read.windows);
    }
  }
  return { windows, problems };
}

async function listFiles(path: string): Promise<string[]> {
  const files = await filesBelow(path).catch(error => {
    throw new UsageError(`--slo-period-windows-path: ${error.message}`);
  });
  if (files.length > 0) return files;
  throw new UsageError(
    `--slo-period-windows-path: there is no YAML file in ${path}`,
  );
}

async function filesBelow(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter(name => /\.ya?ml$/.test(name))
    .sort()
    .map(name => join(path, name));
}
