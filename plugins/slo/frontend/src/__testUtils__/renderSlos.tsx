import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type { SloApi } from '@shopstack/plugin-slo-common';
import type { JSX } from 'react';
import { useLocation } from 'react-router-dom';
import { sloApiRef } from '../apis';
import { entity, fakeSloApi } from './slos';

const Address = () => (
  <output data-testid="address">{useLocation().search}</output>
);

/** Renders a page, or something of an entity, over a backend that answers with nothing but for the methods named. */
export function renderSlos(
  element: JSX.Element,
  api: Partial<SloApi> = {},
  options: { address?: string; of?: Entity; owners?: string[] } = {},
) {
  return renderInTestApp(
    <EntityProvider entity={options.of ?? entity}>
      {element}
      <Address />
    </EntityProvider>,
    {
      apis: [
        [sloApiRef, fakeSloApi(api)],
        mockApis.identity({
          userEntityRef: 'user:default/checkout-owner',
          ownershipEntityRefs: options.owners ?? [
            'group:default/team-checkout',
          ],
        }),
      ],
      initialRouteEntries: [`/${options.address ?? ''}`],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef as never,
      },
    },
  );
}
