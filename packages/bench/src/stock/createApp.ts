import { mkdir, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Context, logFile } from '../Context';
import { runToEnd } from '../process/runToEnd';
import { childEnvironment } from '../tools';

const CREATE_APP_VERSION = '0.9.2';

const load = createRequire(__filename);

/** The unpacked npm package create-app: its templates, and the version of each package that it was released with. */
interface CreateApp {
  template: string;
  versions: Record<string, string>;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Fetches it from npm, once. It is not run: its own installation expects a registry that serves everything. */
export async function fetchCreateApp(context: Context): Promise<CreateApp> {
  const folder = join(context.directory, `create-app-${CREATE_APP_VERSION}`);
  const unpacked = join(folder, 'package');
  if (!(await exists(join(folder, 'complete')))) {
    context.say(`Fetching @backstage/create-app ${CREATE_APP_VERSION}`);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const options = {
      cwd: folder,
      environment: childEnvironment({}),
      log: logFile(context, 'create-app'),
    };
    await runToEnd(
      'npm',
      ['pack', '--silent', `@backstage/create-app@${CREATE_APP_VERSION}`],
      options,
    );
    await runToEnd(
      'tar',
      ['-xzf', `backstage-create-app-${CREATE_APP_VERSION}.tgz`],
      options,
    );
    await mkdir(join(folder, 'complete'));
  }
  return {
    template: join(unpacked, 'templates/default-app'),
    versions: load(join(unpacked, 'dist/lib/versions.cjs.js')).packageVersions,
  };
}
