import type { Build } from '@shopstack/plugin-builds-common';
import { useCallback, useRef, useState } from 'react';

export interface Submission<R> {
  pending: boolean;
  /** Why the last sending failed. */
  error: Error | undefined;
  submit(request: R): Promise<void>;
}

/**
 * Sends what a person asked for in a dialog. One intent has one key: it is made when the dialog opens and sent again
 * with every repetition, so that a request that arrived although its answer was lost has no second effect. Asking for
 * something else after a failure is another intent.
 */
export function useSubmission<R>(
  send: (request: R, idempotencyKey: string) => Promise<Build>,
  onDone: (build: Build) => void,
): Submission<R> {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const intent = useRef<{ key: string; request?: string }>();
  intent.current ??= { key: crypto.randomUUID() };

  const submit = useCallback(
    async (request: R) => {
      const text = JSON.stringify(request);
      const before = intent.current!;
      const isAnother = before.request !== undefined && before.request !== text;
      intent.current = {
        key: isAnother ? crypto.randomUUID() : before.key,
        request: text,
      };
      setPending(true);
      setError(undefined);
      try {
        const build = await send(request, intent.current.key);
        setPending(false);
        onDone(build);
      } catch (caught) {
        setPending(false);
        setError(caught instanceof Error ? caught : new Error(String(caught)));
      }
    },
    [onDone, send],
  );
  return { pending, error, submit };
}
