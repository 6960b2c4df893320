import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  dashboardOf,
  duplicateSlos,
  refusedSlos,
  rulesOf,
} from '@shopstack/plugin-slo-common/rules';
import type { Console } from './Console';
import { UsageError } from './UsageError';
import { readGenerateOptions } from './generateOptions';
import { formatProblem, readSloFiles } from './readSloFiles';
import { readWindows } from './readWindows';

/**
 * Writes the rules or the dashboard of files and answers the exit code. With a problem in any file nothing is written,
 * so that no objective goes missing unseen.
 *
 * @throws UsageError when it was called wrongly
 */
export async function generate(
  args: string[],
  console: Console,
): Promise<number> {
  const { files, out, dashboard, windowsPath, generator } =
    readGenerateOptions(args);
  const catalog =
    windowsPath === undefined
      ? undefined
      : await readWindows(resolve(console.directory, windowsPath));
  const options = { ...generator, windows: catalog?.windows };
  const read = await readSloFiles(files, options.defaultPeriodSeconds, console);
  for (const warning of read.flatMap(each => each.warnings ?? [])) {
    console.error(`warning: ${formatProblem(warning)}`);
  }
  const problems = [
    ...(catalog?.problems ?? []),
    ...read.flatMap(each => [
      ...each.problems,
      ...refusedSlos(each.file, each.documents, options),
    ]),
    ...duplicateSlos(read),
  ];
  if (problems.length > 0) {
    problems.forEach(problem => console.error(formatProblem(problem)));
    return 1;
  }
  const documents = read.flatMap(each => each.documents);
  const result = dashboard
    ? dashboardOf(documents, options)
    : rulesOf(documents, options);
  if (result === '') {
    throw new UsageError('there is nothing to write: all rules are disabled');
  }
  if (out === '-') console.out(result);
  else await writeFile(resolve(console.directory, out), result);
  return 0;
}
