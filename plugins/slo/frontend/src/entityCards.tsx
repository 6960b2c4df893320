import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isSloAvailable } from './availability';

/** How the objectives of a service stand, the worst first. */
export const slosEntityCard = EntityCardBlueprint.make({
  name: 'slos',
  params: {
    type: 'content',
    filter: isSloAvailable,
    loader: () => import('./components/SlosCard').then(m => <m.SlosCard />),
  },
});
