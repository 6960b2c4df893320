import { createBackend } from '@backstage/backend-defaults';
import { allowAllModule } from './allowAllModule';
import { entitiesModule } from './entitiesModule';

/** A real backend with everything that the plugins of either side stand on, and none of them. */
export function createHost() {
  const backend = createBackend();
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(allowAllModule);
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(entitiesModule);
  backend.add(import('@backstage/plugin-events-backend'));
  backend.add(import('@backstage/plugin-signals-backend'));
  return backend;
}
