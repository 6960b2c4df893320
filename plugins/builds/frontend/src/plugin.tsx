import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { buildsApi } from './apis';
import { buildsEntityContent } from './entityContents';

/** Builds of a service: AWS CodeBuild, with GitHub Actions beside it. */
export const buildsPlugin = createFrontendPlugin({
  pluginId: 'builds',
  info: { packageJson: () => import('../package.json') },
  extensions: [buildsApi, buildsEntityContent],
});
