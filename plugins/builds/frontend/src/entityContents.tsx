import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isBuildsAvailable } from './availability';

/** The tab "Builds". */
export const buildsEntityContent = EntityContentBlueprint.make({
  name: 'builds',
  params: {
    path: '/builds',
    title: 'Builds',
    filter: isBuildsAvailable,
    loader: () =>
      import('./components/BuildsContent').then(m => <m.BuildsContent />),
  },
});
