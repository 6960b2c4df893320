import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isArgocdAvailable } from './availability';

/** The tab "Argo CD". */
export const argocdApplicationsEntityContent = EntityContentBlueprint.make({
  name: 'applications',
  params: {
    path: '/argocd',
    title: 'Argo CD',
    filter: isArgocdAvailable,
    loader: () =>
      import('./components/ApplicationsContent').then(m => (
        <m.ApplicationsContent />
      )),
  },
});
