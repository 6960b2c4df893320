import { join } from 'node:path';
import type { Context } from '../Context';
import type { HostPlugins } from '../hosts/startHost';

/** The backends that are measured, from the sources of this checkout. */
export const ourPlugins = ({ tools }: Context): HostPlugins => ({
  folder: join(tools.root, 'packages/bench'),
  packages: [
    '@shopstack/plugin-ecr-backend',
    '@shopstack/plugin-builds-backend',
    '@shopstack/plugin-argocd-backend',
    // What runs where is asked of it.
    '@shopstack/plugin-workloads-backend',
  ],
});
