import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import {
  ECR_ARN_ANNOTATION,
  ECR_TAGS_ANNOTATION,
} from '@shopstack/plugin-kit-common';
import { screen } from '@testing-library/react';
import { ecrApiRef } from './apis';
import { fakeEcr } from './__testUtils__/renderImages';
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
    const annotations = { [ECR_TAGS_ANNOTATION]: 'service=orders' };
    expect(
      filter?.({ ...entity, metadata: { name: 'orders', annotations } }),
    ).toBe(true);
  });

  it('shows the images', async () => {
    renderInTestApp(
      <EntityProvider entity={entity}>
        {createExtensionTester(ecrImagesEntityContent).reactElement()}
      </EntityProvider>,
      {
        apis: [[ecrApiRef, fakeEcr()]],
      },
    );
    expect(
      await screen.findByRole('table', { name: 'Images' }),
    ).toBeInTheDocument();
  });
});
