import {
  configApiRef,
  useApi,
  type IdentityApi,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useCallback, useMemo, useState } from 'react';
import { ChoiceOfPerson } from './ChoiceOfPerson';
import {
  configuredChoices,
  forgetChoice,
  rememberChoice,
  rememberedChoice,
  type Choice,
} from './choices';
import { rememberingIdentity } from './rememberingIdentity';
import { SigningIn } from './SigningIn';

/** Asks who enters, unless this browser remembers. */
export const SignInPage = ({ onSignInSuccess }: SignInPageProps) => {
  const config = useApi(configApiRef);
  const offered = useMemo(() => configuredChoices(config), [config]);
  const [isReturning] = useState(() => Boolean(rememberedChoice(offered)));
  const [choice, setChoice] = useState<Choice | undefined>(() =>
    rememberedChoice(offered),
  );
  const [failure, setFailure] = useState<Error>();

  const succeed = useCallback(
    (identity: IdentityApi) => {
      if (choice) rememberChoice(choice);
      onSignInSuccess(rememberingIdentity(identity));
    },
    [choice, onSignInSuccess],
  );
  const fail = useCallback((error: Error | undefined) => {
    forgetChoice();
    setFailure(error);
    setChoice(undefined);
  }, []);
  const choose = useCallback((chosen: Choice) => {
    setFailure(undefined);
    setChoice(chosen);
  }, []);

  return choice ? (
    <SigningIn
      choice={choice}
      isReturning={isReturning}
      onSuccess={succeed}
      onFailure={fail}
    />
  ) : (
    <ChoiceOfPerson offered={offered} failure={failure} onChoose={choose} />
  );
};
