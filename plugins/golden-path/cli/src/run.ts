import { readFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import {
  PLATFORM_DEFAULTS,
  planCreateService,
} from '@shopstack/plugin-golden-path-common';
import { loadTemplate } from '@shopstack/plugin-golden-path-node';
import { parse } from 'yaml';
import { USAGE, readOptions } from './options';
import { readRepositories } from './readRepositories';
import { writeResult } from './writeResult';

/** Where a run talks to. */
export interface Console {
  /** Relative paths are relative to this. */
  directory: string;
  /** Folder of the golden paths when the options name none. */
  templates: string;
  out(line: string): void;
  error(line: string): void;
}

/**
 * Renders a golden path without a portal and answers the exit code. The path of plan.json goes to standard output;
 * everything said goes to standard error.
 */
export async function run(args: string[], console: Console): Promise<number> {
  try {
    const options = readOptions(args, console);
    if (options === 'help') {
      console.out(USAGE);
      return 0;
    }
    const skeleton = await loadTemplate(options.templates, options.template);
    const values = await readValues(options.values);
    const snapshots = await readRepositories(options.repositories);
    const plan = await planCreateService({
      values,
      skeleton,
      platform: PLATFORM_DEFAULTS,
      snapshots,
    });
    const failed = plan.checks.filter(check => check.state === 'failed');
    if (failed.length > 0) {
      const reasons = failed.map(check => `${check.name}: ${check.detail}`);
      throw new InputError(`the plan is not sound: ${reasons.join('; ')}`);
    }
    const file = await writeResult(options, plan);
    for (const { repository, message } of plan.warnings) {
      console.error(`warning: ${repository}: ${message}`);
    }
    console.out(file);
    return 0;
  } catch (error) {
    console.error(`render: ${(error as Error).message}`);
    return 1;
  }
}

async function readValues(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(error => {
    throw new InputError(`--values: ${error.message}`);
  });
  try {
    return parse(text);
  } catch (error) {
    throw new InputError(`--values: ${file}: ${(error as Error).message}`);
  }
}
