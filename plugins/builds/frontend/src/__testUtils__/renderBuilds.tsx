import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  AuthorizeResult,
  type EvaluatePermissionRequest,
} from '@backstage/plugin-permission-common';
import type { BuildsApi } from '@shopstack/plugin-builds-common';
import type { JSX } from 'react';
import { useLocation } from 'react-router-dom';
import { buildsApiRef } from '../apis';
import { BuildsContent } from '../components/BuildsContent';
import { entity, page } from './builds';

const Address = () => (
  <output data-testid="address">{useLocation().search}</output>
);

export interface RenderOptions {
  api?: Partial<BuildsApi>;
  /** Names of the permissions that are granted; by default all. */
  granted?: string[];
  /** The query of the address. */
  address?: string;
  element?: JSX.Element;
}

let guarded = 0;

/** Answers of the policy are kept by entity, over the end of a test. */
function guardedEntity() {
  guarded += 1;
  const metadata = { ...entity.metadata, name: `guarded-${guarded}` };
  return { ...entity, metadata };
}

/** Renders the tab of a service, or another element, over a backend of which only the named methods exist. */
export function renderBuilds(options: RenderOptions = {}) {
  const { api = {}, granted, address = '', element } = options;
  const authorize = ({ permission }: EvaluatePermissionRequest) =>
    !granted || granted.includes(permission.name)
      ? AuthorizeResult.ALLOW
      : AuthorizeResult.DENY;
  return renderInTestApp(
    <EntityProvider entity={granted ? guardedEntity() : entity}>
      {element ?? <BuildsContent />}
      <Address />
    </EntityProvider>,
    {
      apis: [
        [
          buildsApiRef,
          { listBuilds: async () => page([]), ...api } as BuildsApi,
        ],
        mockApis.permission({ authorize }),
      ],
      initialRouteEntries: [`/${address}`],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef as never,
      },
    },
  );
}
