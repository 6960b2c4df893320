import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  CODEBUILD_ARN_ANNOTATION,
  CODEBUILD_TAGS_ANNOTATION,
  GITHUB_PROJECT_SLUG_ANNOTATION,
} from '@shopstack/plugin-kit-common';
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
    for (const annotation of [
      CODEBUILD_ARN_ANNOTATION,
      CODEBUILD_TAGS_ANNOTATION,
      GITHUB_PROJECT_SLUG_ANNOTATION,
    ]) {
      expect(filter?.(entity({ [annotation]: 'named' }))).toBe(true);
    }
    expect(filter?.(entity({ 'other.example/annotation': 'x' }))).toBe(false);
    expect(filter?.(entity())).toBe(false);
  });
});
