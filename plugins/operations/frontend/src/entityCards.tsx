import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { areLinksAvailable, areSecretsAvailable } from './availability';

/** Where to look and whom to call. */
export const linksEntityCard = EntityCardBlueprint.make({
  name: 'links',
  params: {
    type: 'content',
    filter: areLinksAvailable,
    loader: () => import('./components/LinksCard').then(m => <m.LinksCard />),
  },
});

/** Names and ages of the service's secrets. */
export const secretsEntityCard = EntityCardBlueprint.make({
  name: 'secrets',
  params: {
    type: 'content',
    filter: areSecretsAvailable,
    loader: () =>
      import('./components/SecretsCard').then(m => <m.SecretsCard />),
  },
});
