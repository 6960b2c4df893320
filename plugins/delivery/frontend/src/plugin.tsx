import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { deliveryApi } from './apis';

/** The joined view of what is delivered where. */
export const deliveryPlugin = createFrontendPlugin({
  pluginId: 'delivery',
  info: { packageJson: () => import('../package.json') },
  extensions: [deliveryApi],
});
