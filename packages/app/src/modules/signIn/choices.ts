import type { ConfigApi } from '@backstage/frontend-plugin-api';
import {
  DEMO_PEOPLE,
  DEMO_PEOPLE_PROVIDER,
} from '@shopstack/plugin-access-common';

/** A way to sign in. It is kept in the browser, so that a reload asks nobody again. */
export type Choice =
  | { provider: 'guest' }
  | { provider: 'github' }
  | { provider: typeof DEMO_PEOPLE_PROVIDER; person: string };

/** The ways that the configuration names; the page offers these and no other. */
export function configuredChoices(config: ConfigApi): Choice[] {
  const has = (id: string) => config.has(`auth.providers.${id}`);
  const people = DEMO_PEOPLE.map(
    ({ name }): Choice => ({
      provider: DEMO_PEOPLE_PROVIDER,
      person: name,
    }),
  );
  return [
    ...(has('github') ? [{ provider: 'github' as const }] : []),
    ...(has(DEMO_PEOPLE_PROVIDER) ? people : []),
    ...(has('guest') ? [{ provider: 'guest' as const }] : []),
  ];
}

const STORAGE_KEY = 'shopstack/sign-in';

/** The choice of last time, if it is still offered. */
export function rememberedChoice(offered: Choice[]): Choice | undefined {
  const stored = localStorage.getItem(STORAGE_KEY);
  return offered.find(choice => JSON.stringify(choice) === stored);
}

export function rememberChoice(choice: Choice): void {
  localStorage.setItem(STORAGE_KEY, JSON.stringify(choice));
}

export function forgetChoice(): void {
  localStorage.removeItem(STORAGE_KEY);
}
