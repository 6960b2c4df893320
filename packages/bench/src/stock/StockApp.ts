import { join } from 'node:path';
import { type Context, logFile } from '../Context';
import { childEnvironment } from '../tools';

/** Where stock lies, and how a command runs in it. */
export class StockApp {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Holds the checkout and Yarn's caches: without it, stock is cold. */
  get directory(): string {
    return join(this.#context.directory, 'stock');
  }

  get root(): string {
    return join(this.directory, 'app');
  }

  path(...parts: string[]): string {
    return join(this.root, ...parts);
  }

  log(name: string): string {
    return logFile(this.#context, `stock-${name}`);
  }

  /** Yarn as our checkout uses it, with caches of its own, and free to write the lockfile. */
  get yarnEnvironment(): NodeJS.ProcessEnv {
    return childEnvironment({
      ...this.#context.tools.yarnSettings,
      YARN_CACHE_FOLDER: join(this.directory, 'yarn-cache'),
      YARN_GLOBAL_FOLDER: join(this.directory, 'yarn-global'),
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
      YARN_IGNORE_PATH: '1',
    });
  }
}
