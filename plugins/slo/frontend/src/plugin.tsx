import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { sloApi } from './apis';
import { slosEntityCard } from './entityCards';
import { slosEntityContent } from './entityContents';
import { slosPage } from './pages';
import { slosRouteRef } from './routes';

/** Objectives of a service with what is left of their error budgets, one in depth, and those of all services. */
export const sloPlugin = createFrontendPlugin({
  pluginId: 'slo',
  info: { packageJson: () => import('../package.json') },
  routes: { slos: slosRouteRef },
  extensions: [sloApi, slosEntityContent, slosEntityCard, slosPage],
});
