import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { argocdApplicationsEntityContent } from './entityContents';

const entity = (annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', annotations },
});

describe('the Argo CD tab', () => {
  const tester = createExtensionTester(argocdApplicationsEntityContent);

  it('stands on /argocd and is titled Argo CD', () => {
    expect(tester.get(coreExtensionData.routePath)).toBe('/argocd');
    expect(tester.get(EntityContentBlueprint.dataRefs.title)).toBe('Argo CD');
  });

  it.each(['argocd/app-name', 'argocd/app-selector', 'argocd/project-name'])(
    'is offered to entities with %s only',
    annotation => {
      const filter = tester.get(EntityContentBlueprint.dataRefs.filterFunction);
      expect(filter?.(entity({ [annotation]: 'x' }))).toBe(true);
      expect(filter?.(entity({ [annotation]: '' }))).toBe(false);
      expect(filter?.(entity())).toBe(false);
    },
  );
});
