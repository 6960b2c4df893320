import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/**
 * The mock of Backstage, which keeps to itself that one plugin asks another on behalf of a person. The permission
 * framework wants to know: only plugins may be told conditions.
 */
export const authFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const mock = mockServices.auth({ pluginId: plugin.getId() });
    return new Proxy(mock, {
      get(target, name) {
        if (name !== 'authenticate') {
          const value = Reflect.get(target, name);
          return typeof value === 'function' ? value.bind(target) : value;
        }
        return async (...parameters: Parameters<typeof mock.authenticate>) => {
          const credentials = await mock.authenticate(...parameters);
          const onBehalf = /"obo":"([^"]+)"/.exec(parameters[0]);
          return onBehalf
            ? mockCredentials.user(onBehalf[1], {
                actor: { subject: 'plugin:checks' },
              })
            : credentials;
        };
      },
    });
  },
});
