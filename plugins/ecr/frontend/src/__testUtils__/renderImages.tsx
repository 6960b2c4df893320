import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import type { EcrApi } from '@shopstack/plugin-ecr-common';
import { screen } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { ecrApiRef } from '../apis';
import { ImagesContent } from '../components/ImagesContent';
import { exampleDetails, exampleFindings, exampleImage, OK } from './examples';

const ENTITY = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
};

const Address = () => (
  <output data-testid="address">{useLocation().search}</output>
);

/** The parameters of the page's address as they stand now. */
export function address(): URLSearchParams {
  return new URLSearchParams(screen.getByTestId('address').textContent ?? '');
}

/** The backend, with one image and nothing found in it; a test replaces what it is about. */
export function fakeEcr(part: Partial<EcrApi> = {}) {
  const image = exampleImage('a');
  return {
    listImages: jest.fn<
      ReturnType<EcrApi['listImages']>,
      Parameters<EcrApi['listImages']>
    >(
      part.listImages ??
        (async () => ({ items: [image], total: 1, sources: OK })),
    ),
    getImageDetails: jest.fn(
      part.getImageDetails ??
        (async () => ({ items: [exampleDetails(image)], sources: OK })),
    ),
    listFindings: jest.fn(
      part.listFindings ?? (async () => exampleFindings([])),
    ),
    listServiceScans: jest.fn(
      part.listServiceScans ?? (async () => ({ items: [], sources: OK })),
    ),
  };
}

/** Shows the images tab of a service. */
export function renderImages(
  part: Partial<EcrApi> = {},
  options: {
    at?: string;
    annotations?: Record<string, string>;
    signals?: SignalApi;
  } = {},
) {
  const api = fakeEcr(part);
  const entity = {
    ...ENTITY,
    metadata: { ...ENTITY.metadata, annotations: options.annotations },
  };
  renderInTestApp(
    <EntityProvider entity={entity}>
      <ImagesContent />
      <Address />
    </EntityProvider>,
    {
      apis: [
        [ecrApiRef, api],
        ...(options.signals ? [[signalApiRef, options.signals] as const] : []),
      ],
      initialRouteEntries: [`/${options.at ?? ''}`],
    },
  );
  return api;
}
