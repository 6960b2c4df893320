import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiFocus3Line } from '@remixicon/react';
import { slosRouteRef } from './routes';

/** The objectives of all services, the worst first. */
export const slosPage = PageBlueprint.make({
  name: 'slos',
  params: {
    path: '/slos',
    title: 'SLOs',
    icon: <RiFocus3Line />,
    routeRef: slosRouteRef,
    noHeader: true,
    loader: () => import('./components/SlosPage').then(m => <m.SlosPage />),
  },
});
