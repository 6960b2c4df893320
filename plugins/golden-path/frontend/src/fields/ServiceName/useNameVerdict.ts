import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { goldenPathApiRef } from '../../apis';
import { nameVerdict, type NameVerdict } from './nameVerdict';

/** A pause in typing after which the name is checked. */
const PAUSE_MILLISECONDS = 350;

/** The verdict on the name as it is typed; `checking` until it is known, nothing while the field is empty. */
export function useNameVerdict(
  name: string,
): NameVerdict | { kind: 'checking' } | undefined {
  const api = useApi(goldenPathApiRef);
  const [answer, setAnswer] = useState<{
    name: string;
    verdict: NameVerdict;
  }>();

  useEffect(() => {
    if (!name) return undefined;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      nameVerdict(api, name, controller.signal).then(
        verdict => setAnswer({ name, verdict }),
        () => {}, // Aborted: another name is being typed.
      );
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, name]);

  if (!name) return undefined;
  return answer?.name === name ? answer.verdict : { kind: 'checking' };
}
