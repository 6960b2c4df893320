/** How one GitOps repository writes its services: read from what is there, with our own conventions for a fresh one. */
export interface GitopsConventions {
  /** Folder of the services' bases and overlays, such as `apps`. */
  manifestsFolder: string;
  /** Branch that the Applications of services read their manifests from. */
  manifestsBranch: string;
  /** Where an Application is written; `{service}` and `{environment}` stand for the names. */
  applicationFile: string;
  /** Name of an Application, with the same placeholders. */
  applicationName: string;
  /** Branch that the parent of the Applications reads. */
  applicationsBranch: string;
  /** Name of that parent; absent when no Application renders the folder. */
  parent?: string;
  argocd: {
    namespace: string;
    project: string;
    repoUrl: string;
    targetRevision: string;
    syncWave: string;
    destination: { server?: string; name?: string };
  };
  image: {
    registry: string;
    /** What stands before the service in the repository's name, such as `shopstack-`. */
    repositoryPrefix: string;
    /** What stands before the service in the logical name that bases use. */
    namePrefix: string;
  };
  /** Label that selects the pods of a service. */
  selectorLabel: string;
  /** Present when the overlays of siblings name a pull secret. */
  pullSecret?: { file: string; names: string[] };
  addOns: {
    /** True when something in the repository brings ServiceMonitors. */
    serviceMonitor: boolean;
    /** The store that ExternalSecrets of the repository use. */
    externalSecret?: { store: string };
  };
  /** Files that list the Applications of their folder, so that a new one has to be added. */
  applicationsKustomization?: string;
  warnings: string[];
}
