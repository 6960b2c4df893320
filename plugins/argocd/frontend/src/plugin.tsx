import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { argocdApi, argocdCardsApi } from './apis';
import { argocdApplicationsEntityContent } from './entityContents';

/** Sync state, health and history of a service's applications in Argo CD. */
export const argocdPlugin = createFrontendPlugin({
  pluginId: 'argocd',
  info: { packageJson: () => import('../package.json') },
  extensions: [argocdApi, argocdCardsApi, argocdApplicationsEntityContent],
});
