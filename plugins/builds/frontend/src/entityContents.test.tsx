import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { CODEBUILD_ARN_ANNOTATION } from '@shopstack/plugin-kit-common';
import { buildsEntityContent } from './entityContents';

const entity = (annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', annotations },
});

describe('the builds tab', () => {
  const tester = createExtensionTester(buildsEntityContent);

  it('stands on /builds and is titled Builds', () => {
    expect(tester.get(coreExtensionData.routePath)).toBe('/builds');
    expect(tester.get(EntityContentBlueprint.dataRefs.title)).toBe('Builds');
  });

  it('is offered only to entities that name a project', () => {
    const filter = tester.get(EntityContentBlueprint.dataRefs.filterFunction);
    expect(filter?.(entity({ [CODEBUILD_ARN_ANNOTATION]: 'arn' }))).toBe(true);
    expect(filter?.(entity())).toBe(false);
  });
});
