export interface Config {
  auth?: {
    /**
     * The ways to sign in. The sign-in page has to know which exist, and nothing of what stands in them.
     */
    providers?: {
      /**
       * People of the demo organisation; development only.
       * @visibility frontend
       */
      'demo-people'?: {};
      /**
       * Backstage's guest.
       * @visibility frontend
       */
      guest?: {};
      /**
       * GitHub.
       * @visibility frontend
       */
      github?: {};
    };
  };
}
