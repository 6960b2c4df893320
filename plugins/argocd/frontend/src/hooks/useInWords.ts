import { ResponseError } from '@backstage/errors';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { argocdTranslationRef } from '../translation';

/** What went wrong when somebody asked Argo CD for something, by the status of our API. */
const KINDS = {
  /** It said no; nothing happened. */
  409: 'refused',
  /** It is not known whether it took it. */
  503: 'unanswered',
  403: 'forbidden',
} as const;

/** Makes an action fail with what happened, what that means, and what to do. */
export function useInWords(): <T>(action: Promise<T>) => Promise<T> {
  const { t } = useTranslationRef(argocdTranslationRef);
  return useCallback(
    async action => {
      try {
        return await action;
      } catch (error) {
        if (!(error instanceof ResponseError)) {
          throw error;
        }
        const kind = KINDS[error.statusCode as keyof typeof KINDS] ?? 'failed';
        throw new Error(
          t(`failure.${kind}`, {
            reason: error.cause.message || error.message,
          }),
          { cause: error },
        );
      }
    },
    [t],
  );
}
