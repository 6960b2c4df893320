import type { ArgocdApi } from '@shopstack/plugin-argocd-common';

/** A backend that answers with nothing, but for the methods that are named. */
export const argocdApi = (part: Partial<ArgocdApi> = {}): ArgocdApi => ({
  listApplications: async () => ({ items: [], sources: [] }),
  listFleet: async () => ({ items: [], sources: [] }),
  refresh: async () => {},
  sync: async () => {},
  ...part,
});
