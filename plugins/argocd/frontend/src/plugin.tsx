import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { argocdApi, argocdCardsApi } from './apis';
import { argocdApplicationsEntityContent } from './entityContents';
import { applicationsPage } from './pages';
import { applicationsRouteRef } from './routes';

/** Sync state, health and history of a service's applications in Argo CD, and all applications by state. */
export const argocdPlugin = createFrontendPlugin({
  pluginId: 'argocd',
  info: { packageJson: () => import('../package.json') },
  routes: { applications: applicationsRouteRef },
  extensions: [
    argocdApi,
    argocdCardsApi,
    argocdApplicationsEntityContent,
    applicationsPage,
  ],
});
