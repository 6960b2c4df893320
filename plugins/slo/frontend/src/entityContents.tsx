import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isSloTabAvailable } from './availability';

/** The tab "SLOs". */
export const slosEntityContent = EntityContentBlueprint.make({
  name: 'slos',
  params: {
    path: '/slos',
    title: 'SLOs',
    filter: isSloTabAvailable,
    loader: () =>
      import('./components/SlosContent').then(m => <m.SlosContent />),
  },
});
