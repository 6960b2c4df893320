import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RoutedService } from '../router';
import { registerGetSlo } from './registerGetSlo';
import { registerListAllSlos } from './registerListAllSlos';
import { registerListServiceSlos } from './registerListServiceSlos';

/** Lets an assistant read objectives, with the rights of whom it acts for. */
export function registerActions(
  registry: ActionsRegistryService,
  service: RoutedService,
): void {
  registerListServiceSlos(registry, service);
  registerGetSlo(registry, service);
  registerListAllSlos(registry, service);
}
