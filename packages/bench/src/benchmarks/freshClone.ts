import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, logFile } from '../Context';
import { runToEnd } from '../process/runToEnd';
import { childEnvironment } from '../tools';

/** A clone of what is committed, with nothing installed; answers its folder. */
export async function freshClone(context: Context): Promise<string> {
  const folder = join(context.directory, 'clone');
  await rm(folder, { recursive: true, force: true });
  await runToEnd(
    'git',
    ['clone', '--quiet', '--no-hardlinks', context.tools.root, folder],
    {
      cwd: context.directory,
      environment: childEnvironment({}),
      log: logFile(context, 'clone'),
    },
  );
  return folder;
}
