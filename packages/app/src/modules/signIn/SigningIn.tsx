import { ProxiedSignInPage } from '@backstage/core-components';
import type { IdentityApi } from '@backstage/frontend-plugin-api';
import {
  DEMO_PEOPLE_PROVIDER,
  DEMO_PERSON_HEADER,
} from '@shopstack/plugin-access-common';
import { useEffect, useMemo } from 'react';
import type { Choice } from './choices';
import { GithubSignIn } from './GithubSignIn';

export interface SigningInProps {
  choice: Choice;
  /** True when the browser remembered the choice: then nobody is asked, or the page is shown again. */
  isReturning: boolean;
  onSuccess(identity: IdentityApi): void;
  /** Without an error when there was simply no session any more. */
  onFailure(error: Error | undefined): void;
}

/** Carries a choice out: the demo people and the guest by a refresh of their provider, GitHub by its window. */
export const SigningIn = (props: SigningInProps) => {
  const { choice, onSuccess, onFailure } = props;
  const person =
    choice.provider === DEMO_PEOPLE_PROVIDER ? choice.person : undefined;
  const headers = useMemo(
    () => (person ? { [DEMO_PERSON_HEADER]: person } : undefined),
    [person],
  );
  const ErrorComponent = useMemo(
    () =>
      function Failed({ error }: { error?: Error }) {
        useEffect(() => onFailure(error), [error]);
        return null;
      },
    [onFailure],
  );
  if (choice.provider === 'github') return <GithubSignIn {...props} />;
  return (
    <ProxiedSignInPage
      provider={choice.provider}
      headers={headers}
      ErrorComponent={ErrorComponent}
      onSignInSuccess={onSuccess}
    />
  );
};
