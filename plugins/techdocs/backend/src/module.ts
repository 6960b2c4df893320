import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  techdocsGeneratorExtensionPoint,
  type TechdocsGenerator,
} from '@backstage/plugin-techdocs-node';
import { MarkdownGenerator } from './MarkdownGenerator';
import { DocumentationPrebuilder } from './prebuild/DocumentationPrebuilder';
import { PluginCaller } from './prebuild/PluginCaller';
import { readPrebuildOptions } from './prebuild/readPrebuildOptions';

/** Renders documentation in this process where `techdocs.builder` is `local`: no Python, no Docker, before it is read. */
export const techdocsModuleMarkdown = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'markdown',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        generator: techdocsGeneratorExtensionPoint,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({
        auth,
        catalog,
        config,
        discovery,
        generator,
        logger,
        scheduler,
      }) {
        const options = readPrebuildOptions(config);
        if (!options) {
          return;
        }
        // The extension point asks for the stock class, of which only `run` is called.
        generator.setTechdocsGenerator(
          new MarkdownGenerator() as unknown as TechdocsGenerator,
        );
        const prebuilder = new DocumentationPrebuilder({
          auth,
          caller: new PluginCaller({ auth, discovery }),
          catalog,
          logger,
          recheckAfter: options.recheckAfter,
        });
        await scheduler.scheduleTask({
          ...options.schedule,
          id: 'techdocs_prebuild',
          fn: signal => prebuilder.run(signal),
        });
      },
    });
  },
});
