/** The one organisation of the forge; every repository of the world is in it. */
export const ORGANIZATION = 'shopstack';

/** What `repos/:repo` is checked against: the branch that every repository starts with. */
export const DEFAULT_BRANCH = 'main';
