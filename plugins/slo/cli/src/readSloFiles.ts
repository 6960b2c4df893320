import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type ParsedSloFile,
  type SloProblem,
  parseSloFile,
} from '@shopstack/plugin-slo-common/rules';
import type { Console } from './Console';
import { UsageError } from './UsageError';

export interface ReadSloFile extends ParsedSloFile {
  /** As it was given. */
  file: string;
}

/**
 * Reads files of objectives.
 *
 * @throws UsageError naming a file that cannot be read
 */
export async function readSloFiles(
  files: string[],
  defaultPeriodSeconds: number,
  console: Pick<Console, 'directory' | 'input'>,
): Promise<ReadSloFile[]> {
  return Promise.all(
    files.map(async file => {
      const text = await readText(file, console);
      return { file, ...parseSloFile(text, { file, defaultPeriodSeconds }) };
    }),
  );
}

async function readText(
  file: string,
  { directory, input }: Pick<Console, 'directory' | 'input'>,
): Promise<string> {
  if (file === '-') return input();
  try {
    return await readFile(resolve(directory, file), 'utf8');
  } catch (error) {
    throw new UsageError(
      `${file}: cannot be read: ${(error as Error).message}`,
    );
  }
}

/** `file:line:column: path: reason` */
export function formatProblem(problem: SloProblem): string {
  const { file, line, column, path, reason } = problem;
  const place = [file, line, column].filter(part => part !== undefined);
  return [place.join(':'), path, reason]
    .filter(part => part !== undefined && part !== '')
    .join(': ');
}
