import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  techdocsGeneratorExtensionPoint,
  type TechdocsGenerator,
} from '@backstage/plugin-techdocs-node';
import { MarkdownGenerator } from './MarkdownGenerator';

/** Renders documentation in this process where `techdocs.builder` is `local`: no Python, no Docker. */
export const techdocsModuleMarkdown = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'markdown',
  register(env) {
    env.registerInit({
      deps: {
        generator: techdocsGeneratorExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ generator, config }) {
        if (config.getOptionalString('techdocs.builder') === 'local') {
          // The extension point asks for the stock class, of which only `run` is called.
          generator.setTechdocsGenerator(
            new MarkdownGenerator() as unknown as TechdocsGenerator,
          );
        }
      },
    });
  },
});
