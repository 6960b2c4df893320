import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { SloProblem } from '@shopstack/plugin-slo-common/rules';
import type { Console } from '../Console';
import { UsageError } from '../UsageError';
import { formatProblem } from '../readSloFiles';
import { type UnreadablePath, findFiles } from './findFiles';
import { validateFiles } from './validateFiles';

/**
 * Checks files and folders of objectives. Each problem is a line on standard error; the result is one line on standard
 * output.
 *
 * @returns the exit code: 0 without problems, 1 with problems in the files, 2 when something cannot be read.
 * @throws UsageError when no file is named, or an unknown flag.
 */
export async function validate(
  args: string[],
  console: Console,
): Promise<number> {
  const { files, unreadable } = await findFiles(
    pathsOf(args),
    console.directory,
  );
  const texts = await readAll(files, unreadable, console);
  const { problems, warnings, objectives } = validateFiles(texts);
  for (const problem of problems) console.error(formatProblem(problem));
  for (const warning of warnings) console.error(formatWarning(warning));
  for (const { path, reason } of unreadable) {
    console.error(`${path}: cannot be read: ${reason}`);
  }
  const counts = [
    count(texts.length, 'file'),
    count(objectives, 'objective'),
    count(problems.length, 'problem'),
    ...(unreadable.length > 0 ? [`${unreadable.length} not read`] : []),
  ];
  console.out(`${counts.join(', ')}\n`);
  if (unreadable.length > 0) return 2;
  return problems.length > 0 ? 1 : 0;
}

function pathsOf(args: string[]): string[] {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      // Sloth's own way of naming a file.
      options: { input: { type: 'string', short: 'i', multiple: true } },
    });
    const paths = [...(values.input ?? []), ...positionals];
    if (paths.length === 0) throw new Error('validate needs a file or folder');
    return paths;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function readAll(
  files: readonly string[],
  unreadable: UnreadablePath[],
  console: Console,
): Promise<{ file: string; text: string }[]> {
  const texts: { file: string; text: string }[] = [];
  for (const file of files) {
    try {
      const text =
        file === '-'
          ? await console.input()
          : await readFile(resolve(console.directory, file), 'utf8');
      texts.push({ file, text });
    } catch (error) {
      unreadable.push({ path: file, reason: (error as Error).message });
    }
  }
  return texts;
}

function formatWarning(warning: SloProblem): string {
  return formatProblem({ ...warning, reason: `warning: ${warning.reason}` });
}

function count(number: number, thing: string): string {
  if (number === 0) return `no ${thing}s`;
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
