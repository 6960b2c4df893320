import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { goldenPathApi } from './apis';
import { serviceNameFormField } from './formFields';

/** The fields that the golden paths add to the wizard. */
export const scaffolderModuleGoldenPath = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [goldenPathApi, serviceNameFormField],
});
