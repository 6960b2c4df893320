import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { type GoldenPaths, createGoldenPaths } from './createGoldenPaths';

/** The golden paths for backend plugins and modules; tests may put others in their place. */
export const goldenPathsServiceRef = createServiceRef<GoldenPaths>({
  id: 'golden-path.golden-paths',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) => createGoldenPaths(config),
    }),
});
