import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The tool chain that the scripts provide, and its caches: ignored by git. */
export const toolsDirectory = join(root, '.tools');

/** Where a portal keeps what survives a restart: databases, demo repositories, ports. Ignored by git. */
export const stateDirectory = name => join(root, '.state', name);

/** Makes node run TypeScript without a build. */
export const transform = join(
  root,
  'node_modules/@backstage/cli-node/config/nodeTransform.cjs',
);
