import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { ecrApi, ecrDeliveryApi } from './apis';
import { ecrImagesEntityContent } from './entityContents';

/** Images of a service in Amazon ECR. */
export const ecrPlugin = createFrontendPlugin({
  pluginId: 'ecr',
  info: { packageJson: () => import('../package.json') },
  extensions: [ecrApi, ecrDeliveryApi, ecrImagesEntityContent],
});
