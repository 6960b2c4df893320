import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiShieldKeyholeLine } from '@remixicon/react';
import { findingsRouteRef } from './routes';

/** What was found in the running images of all services. */
export const findingsPage = PageBlueprint.make({
  name: 'findings',
  params: {
    path: '/findings',
    title: 'Findings',
    icon: <RiShieldKeyholeLine />,
    routeRef: findingsRouteRef,
    noHeader: true,
    loader: () =>
      import('./components/FindingsPage').then(m => <m.FindingsPage />),
  },
});
