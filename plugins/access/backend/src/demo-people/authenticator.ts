import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import {
  DEMO_PEOPLE,
  DEMO_PERSON_HEADER,
  type DemoPerson,
} from '@shopstack/plugin-access-common';

/** Believes whoever the request says it is, so it refuses to exist outside development. */
export const demoPeopleAuthenticator = createProxyAuthenticator<
  void,
  DemoPerson,
  undefined
>({
  defaultProfileTransform: async ({ name }) => ({
    profile: { displayName: name },
  }),
  initialize() {
    if (process.env.NODE_ENV !== 'development') {
      throw new Error(
        'auth.providers.demo-people lets anybody sign in without a password: remove it from the configuration, it loads only with NODE_ENV=development',
      );
    }
  },
  async authenticate({ req }) {
    const name = req.header(DEMO_PERSON_HEADER);
    const person = DEMO_PEOPLE.find(each => each.name === name);
    if (!person) {
      throw new AuthenticationError(
        `The header ${DEMO_PERSON_HEADER} must name one of ${DEMO_PEOPLE.map(
          each => each.name,
        ).join(', ')}`,
      );
    }
    return { result: person };
  },
});
