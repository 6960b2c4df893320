import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { EmptyUntilIndexed } from './EmptyUntilIndexed';

/** Sets the search engine in memory; the backend takes one engine, so another one replaces this module. */
export const searchModuleEmptyUntilIndexed = createBackendModule({
  pluginId: 'search',
  moduleId: 'empty-until-indexed',
  register(env) {
    env.registerInit({
      deps: {
        engines: searchEngineRegistryExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ engines, logger }) {
        engines.setSearchEngine(new EmptyUntilIndexed({ logger }));
      },
    });
  },
});
