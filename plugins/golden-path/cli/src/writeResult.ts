import { chmod, cp, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import { type Plan, unifiedDiff } from '@shopstack/plugin-golden-path-common';
import type { RenderOptions } from './options';

/**
 * Writes the resulting trees and plan.json, and answers the path of plan.json. What was there before is copied byte
 * for byte, with its modes and links.
 *
 * @throws InputError when the target holds something already, or lies inside what is read.
 */
export async function writeResult(
  options: Pick<RenderOptions, 'repositories' | 'out'>,
  plan: Plan,
): Promise<string> {
  await assertEmpty(options);
  await mkdir(options.out, { recursive: true });
  for (const repository of new Set(
    plan.repositories.map(one => one.repository),
  )) {
    await copyRepository(
      join(options.repositories, repository),
      join(options.out, repository),
    );
  }
  for (const { repository, edits } of plan.repositories) {
    for (const edit of edits) {
      const path = join(options.out, repository, edit.path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, edit.after);
      if (edit.mode === '100755') {
        await chmod(path, 0o755);
      }
    }
  }
  const file = join(options.out, 'plan.json');
  await writeFile(file, `${JSON.stringify(describe(plan), undefined, 2)}\n`);
  return file;
}

/** The plan without the contents, which are in the trees beside it; with the diff of what was there before. */
function describe(plan: Plan) {
  const { repositories, ...rest } = plan;
  return {
    ...rest,
    edits: repositories.flatMap(({ repository, base, edits }) =>
      edits.map(edit => ({
        repository,
        base: base.branch,
        path: edit.path,
        action: edit.action,
        mode: edit.mode,
        ...(edit.action === 'modify' && { diff: unifiedDiff(edit) }),
      })),
    ),
  };
}

async function copyRepository(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  if (await stat(from).catch(() => undefined)) {
    const git = join(from, '.git');
    await cp(from, to, {
      recursive: true,
      verbatimSymlinks: true,
      filter: source => source !== git && !source.startsWith(git + sep),
    });
  }
}

async function assertEmpty({
  out,
  repositories,
}: Pick<RenderOptions, 'repositories' | 'out'>): Promise<void> {
  const inside = relative(repositories, out);
  if (inside === '' || !inside.startsWith('..')) {
    throw new InputError(
      `--out: ${out} lies in ${repositories}, which is read`,
    );
  }
  const names = await readdir(out).catch(error => {
    if (error.code === 'ENOENT') {
      return [];
    }
    throw new InputError(`--out: ${error.message}`);
  });
  if (names.length > 0) {
    throw new InputError(
      `--out: ${out} is not empty; give a folder that is, so that nothing of an earlier run stays`,
    );
  }
}
