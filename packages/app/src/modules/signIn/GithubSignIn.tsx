import { Progress, UserIdentity } from '@backstage/core-components';
import { githubAuthApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useRef } from 'react';
import type { SigningInProps } from './SigningIn';

/** Signs in with GitHub: silently for who returns, else in GitHub's own window. */
export const GithubSignIn = ({
  isReturning,
  onSuccess,
  onFailure,
}: SigningInProps) => {
  const authApi = useApi(githubAuthApiRef);
  const hasStarted = useRef(false);

  useEffect(() => {
    // Once: a second window for the same choice would confuse.
    if (hasStarted.current) return;
    hasStarted.current = true;
    const signIn = async () => {
      const response = await authApi.getBackstageIdentity(
        isReturning ? { optional: true } : { instantPopup: true },
      );
      if (!response) {
        onFailure(undefined);
        return;
      }
      onSuccess(
        UserIdentity.create({
          identity: response.identity,
          profile: await authApi.getProfile(),
          authApi,
        }),
      );
    };
    signIn().catch(onFailure);
  }, [authApi, isReturning, onFailure, onSuccess]);

  return <Progress />;
};
