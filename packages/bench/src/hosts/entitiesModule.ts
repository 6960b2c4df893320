import { readFile } from 'node:fs/promises';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';

/** Puts the entities of the JSON file `bench.entities` into the catalog. */
export const entitiesModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'bench-entities',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ catalog, config }) {
        const file = config.getString('bench.entities');
        const entities: Entity[] = JSON.parse(await readFile(file, 'utf8'));
        catalog.addEntityProvider({
          getProviderName: () => 'bench-entities',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: entities.map(entity => ({
                entity,
                locationKey: 'bench-entities',
              })),
            }),
        });
      },
    });
  },
});
