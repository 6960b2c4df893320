import { createExtensionTester } from '@backstage/frontend-test-utils';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { serviceNameFormField } from './formFields';
import { scaffolderModuleGoldenPath } from './module';

describe('the scaffolder module', () => {
  it('extends the scaffolder', () => {
    expect(scaffolderModuleGoldenPath.pluginId).toBe('scaffolder');
  });

  it('brings the field that templates call ServiceName', async () => {
    const load = createExtensionTester(serviceNameFormField).get(
      FormFieldBlueprint.dataRefs.formFieldLoader,
    );
    expect(await load()).toMatchObject({ name: 'ServiceName' });
  });
});
