import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RoutedService } from '../router';
import { registerFindApplications } from './registerFindApplications';
import { registerGetApplication } from './registerGetApplication';
import { registerListFleet } from './registerListFleet';

/** Lets an assistant read applications, with the rights of whom it acts for. It can neither refresh nor sync. */
export function registerActions(
  registry: ActionsRegistryService,
  service: RoutedService,
): void {
  registerFindApplications(registry, service);
  registerGetApplication(registry, service);
  registerListFleet(registry, service);
}
