import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { SloProblem } from '@shopstack/plugin-slo-common/rules';
import type { Console } from '../Console';
import { UsageError } from '../UsageError';
import { formatProblem } from '../readSloFiles';
import { type FoundFile, type UnreadablePath, findFiles } from './findFiles';
import { statesObjectives } from './statesObjectives';
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
  const { texts, passedOver } = await readAll(files, unreadable, console);
  const { problems, warnings, objectives } = validateFiles(texts);
  for (const problem of problems) console.error(formatProblem(problem));
  for (const warning of warnings) console.error(formatWarning(warning));
  for (const { path, reason } of unreadable) {
    console.error(`${path}: cannot be read: ${reason}`);
  }
  if (passedOver > 0) {
    const others = count(passedOver, 'YAML file');
    console.error(`${others} in folders passed over: no objectives in them`);
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

/** The texts of files; those found in folders only where they are files of objectives. */
async function readAll(
  files: readonly FoundFile[],
  unreadable: UnreadablePath[],
  console: Console,
): Promise<{ texts: { file: string; text: string }[]; passedOver: number }> {
  const texts: { file: string; text: string }[] = [];
  const folders = new Map<string, boolean>();
  let passedOver = 0;
  for (const { file, folder } of files) {
    try {
      const text =
        file === '-'
          ? await console.input()
          : await readFile(resolve(console.directory, file), 'utf8');
      const isOurs = folder === undefined || statesObjectives(text);
      if (isOurs) texts.push({ file, text });
      else passedOver += 1;
      if (folder !== undefined) {
        folders.set(folder, isOurs || (folders.get(folder) ?? false));
      }
    } catch (error) {
      unreadable.push({ path: file, reason: (error as Error).message });
    }
  }
  for (const [path, hasSome] of folders) {
    if (!hasSome) {
      unreadable.push({ path, reason: 'there is no file of objectives in it' });
    }
  }
  return { texts, passedOver };
}

function formatWarning(warning: SloProblem): string {
  return formatProblem({ ...warning, reason: `warning: ${warning.reason}` });
}

function count(number: number, thing: string): string {
  if (number === 0) return `no ${thing}s`;
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
