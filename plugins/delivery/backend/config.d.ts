export interface Config {
  /** The joined view of builds, images, deployments and pods. */
  delivery?: {
    /** Environments in the order in which a change travels. Default dev, staging, prod. */
    environments?: string[];
    /** After how many seconds the pods of a service are read anew when somebody looks. Default 10. */
    maxAgeSeconds?: number;
    /** How long one question to a sibling backend may take, in seconds. Default 8. */
    timeoutSeconds?: number;
    /** The most services that one list shows. Default 200. */
    maxServices?: number;
  };
}
