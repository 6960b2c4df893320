import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { slosEntityCard } from './entityCards';
import { slosEntityContent } from './entityContents';

const of = (annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', annotations },
});

describe('the tab SLOs and the card', () => {
  const tab = createExtensionTester(slosEntityContent);
  const isTab = tab.get(EntityContentBlueprint.dataRefs.filterFunction)!;
  const isCard = createExtensionTester(slosEntityCard).get(
    EntityCardBlueprint.dataRefs.filterFunction,
  )!;

  it('stands on /slos and is titled SLOs', () => {
    expect(tab.get(coreExtensionData.routePath)).toBe('/slos');
    expect(tab.get(EntityContentBlueprint.dataRefs.title)).toBe('SLOs');
  });

  it.each(['shopstack.dev/slo-service', 'shopstack.dev/slo-files'])(
    'are offered to entities with %s',
    annotation => {
      expect(isTab(of({ [annotation]: 'x' }))).toBe(true);
      expect(isCard(of({ [annotation]: 'x' }))).toBe(true);
    },
  );

  it('tells a service without objectives how to get some, in the tab alone', () => {
    expect(isTab(of({ 'shopstack.dev/service': 'orders' }))).toBe(true);
    expect(isCard(of({ 'shopstack.dev/service': 'orders' }))).toBe(false);
  });

  it('leaves other entities alone', () => {
    expect(isTab(of())).toBe(false);
    expect(isCard(of())).toBe(false);
  });
});
