import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { EntityContentLayoutBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isDeliveryAvailable } from '@shopstack/plugin-delivery';

const serviceLayout = EntityContentLayoutBlueprint.make({
  name: 'service',
  params: {
    filter: isDeliveryAvailable,
    loader: () =>
      import('./ServiceOverviewLayout').then(m => m.ServiceOverviewLayout),
  },
});

/** How the overview of a service is laid out. */
export const entityModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [serviceLayout],
});
