import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { ecrApi } from './apis';
import { ecrImagesEntityContent } from './entityContents';
import { findingsPage } from './pages';
import { findingsRouteRef } from './routes';

/** Images of a service in Amazon ECR, and what was found in those that run. */
export const ecrPlugin = createFrontendPlugin({
  pluginId: 'ecr',
  info: { packageJson: () => import('../package.json') },
  routes: { findings: findingsRouteRef },
  extensions: [ecrApi, ecrImagesEntityContent, findingsPage],
});
