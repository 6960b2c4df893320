import { createTranslationRef } from '@backstage/frontend-plugin-api';

export const signInTranslationRef = createTranslationRef({
  id: 'app.sign-in',
  messages: {
    title: 'Sign in to {{app}}',
    people: 'Demo people of this machine',
    peopleHint: 'No password; offered only in development.',
    enterAs: 'Enter as {{person}}',
    guest: 'Enter as guest',
    guestHint:
      'Reads everything and runs golden paths, which only open pull requests.',
    github: 'Sign in with GitHub',
    none: 'No way to sign in is configured',
    noneHint:
      'The key auth.providers of the configuration names none that this page knows: demo-people, guest, github.',
    failed: 'Signing in did not work',
    failedHint: 'Is the backend running, and is the provider configured?',
    person: {
      viewer: {
        title: 'Viewer',
        hint: 'Reads everything, belongs to no team.',
      },
      checkoutOwner: {
        title: 'Checkout owner',
        hint: 'Member of team-checkout; acts on the services of that team.',
      },
      platformEngineer: {
        title: 'Platform engineer',
        hint: 'Member of team-platform; acts on every service.',
      },
    },
  },
});
