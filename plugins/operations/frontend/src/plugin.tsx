import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { operationsApi } from './apis';
import { linksEntityCard, secretsEntityCard } from './entityCards';

/** What somebody needs who operates a service, beside what runs. */
export const operationsPlugin = createFrontendPlugin({
  pluginId: 'operations',
  info: { packageJson: () => import('../package.json') },
  extensions: [operationsApi, linksEntityCard, secretsEntityCard],
});
