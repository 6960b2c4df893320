import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { goldenPathsServiceRef } from '@shopstack/plugin-golden-path-node';
import { createProposeAction } from './actions/createProposeAction';

/** Gives the scaffolder the action that opens the pull requests of a golden path. */
export const scaffolderModuleGoldenPath = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'golden-path',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        catalog: catalogServiceRef,
        goldenPaths: goldenPathsServiceRef,
      },
      async init({ actions, catalog, goldenPaths }) {
        actions.addActions(createProposeAction({ catalog, goldenPaths }));
      },
    });
  },
});
