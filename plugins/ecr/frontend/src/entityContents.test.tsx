import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { ECR_ARN_ANNOTATION } from '@shopstack/plugin-kit-common';
import { screen } from '@testing-library/react';
import { ecrApiRef, ecrDeliveryApiRef } from './apis';
import { ecrImagesEntityContent } from './entityContents';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: {
      [ECR_ARN_ANNOTATION]:
        'arn:aws:ecr:us-east-1:123456789012:repository/shopstack-orders',
    },
  },
};

describe('the images tab', () => {
  it('stands on /images and is titled Images', () => {
    const tester = createExtensionTester(ecrImagesEntityContent);
    expect(tester.get(coreExtensionData.routePath)).toBe('/images');
    expect(tester.get(EntityContentBlueprint.dataRefs.title)).toBe('Images');
  });

  it('is offered only to entities that name a repository', () => {
    const filter = createExtensionTester(ecrImagesEntityContent).get(
      EntityContentBlueprint.dataRefs.filterFunction,
    );
    expect(filter?.(entity)).toBe(true);
    expect(filter?.({ ...entity, metadata: { name: 'orders' } })).toBe(false);
  });

  it('shows the images', async () => {
    renderInTestApp(
      <EntityProvider entity={entity}>
        {createExtensionTester(ecrImagesEntityContent).reactElement()}
      </EntityProvider>,
      {
        apis: [
          [ecrApiRef, { listImages: async () => ({ items: [], sources: [] }) }],
          [
            ecrDeliveryApiRef,
            { getStrip: async () => ({ environments: [], sources: [] }) },
          ],
        ],
      },
    );
    expect(
      await screen.findByText('No image has been pushed yet'),
    ).toBeInTheDocument();
  });
});
