export interface Config {
  /** Argo CD, in the shape that the usual Argo CD plugins for Backstage share. */
  argocd?: {
    /** After how many seconds the applications of an entity are read anew when somebody looks. Default 10. */
    maxAgeSeconds?: number;
    /** How long one call may take, in seconds. Default 10. */
    timeoutSeconds?: number;
    /** Calls at the same time for each instance. Default 8. */
    concurrency?: number;
    /**
     * For how many entries of an application's history author and message are read. Default 10.
     * @visibility frontend
     */
    revisionsToLoad?: number;
    appLocatorMethods?: Array<{
      /** Only `config` is read. */
      type: string;
      instances: Array<{
        /** Name under which annotations and people know the instance. */
        name: string;
        /** Address of its API server. */
        url: string;
        /** Address that people use, where it is another. */
        frontendUrl?: string;
        /**
         * Token of an account that may `get` applications, best scoped to their projects.
         * @visibility secret
         */
        token?: string;
      }>;
    }>;
  };
}
