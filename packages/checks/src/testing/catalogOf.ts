import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';

const LOCATION = 'url:https://example.org/checks';

/** A module that gives the real catalog these entities. */
export const catalogOf = (entities: Entity[]) =>
  createBackendModule({
    pluginId: 'catalog',
    moduleId: 'checks',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'checks',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({
                  locationKey: 'checks',
                  entity: {
                    ...entity,
                    metadata: {
                      ...entity.metadata,
                      annotations: {
                        ...entity.metadata.annotations,
                        [ANNOTATION_LOCATION]: LOCATION,
                        [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
                      },
                    },
                  },
                })),
              }),
          });
        },
      });
    },
  });
