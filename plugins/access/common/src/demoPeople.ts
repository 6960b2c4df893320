/** A person whom the local sign-in offers. */
export interface DemoPerson {
  /** Name of the User entity in the namespace `default`. */
  name: string;
  entityRef: string;
}

/** Header in which the app tells the demo provider who signs in. It proves nothing; hence development only. */
export const DEMO_PERSON_HEADER = 'x-shopstack-person';

/** Id of the auth provider. */
export const DEMO_PEOPLE_PROVIDER = 'demo-people';

/** Who may sign in without a password on a developer's machine. The guest comes from Backstage's own provider. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  'viewer',
  'checkout-owner',
  'platform-engineer',
].map(name => ({ name, entityRef: `user:default/${name}` }));

/** The identity that Backstage's guest provider gives. */
export const GUEST_ENTITY_REF = 'user:development/guest';
