import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { applicationsRouteRef } from './routes';

/** All applications of all instances, by state. */
export const applicationsPage = PageBlueprint.make({
  name: 'applications',
  params: {
    path: '/applications',
    title: 'Applications',
    icon: <RiStackLine />,
    routeRef: applicationsRouteRef,
    noHeader: true,
    loader: () =>
      import('./components/ApplicationsPage').then(m => <m.ApplicationsPage />),
  },
});
