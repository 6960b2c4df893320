import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  OBSERVED_CHANNEL,
  type ObservedSignal,
} from '@shopstack/plugin-kit-common';
import { useEffect } from 'react';
import { topicsIn } from './observedTopics';

/**
 * Calls `onTopics` with the topics of every signal that something changed. Where there are no signals, because the plugin
 * is not installed or the browser does not allow its socket, it calls nothing.
 */
export function useObservedSignals(
  isLive: boolean,
  onTopics: (topics: string[]) => void,
): void {
  const signals = useApiHolder().get(signalApiRef);
  useEffect(() => {
    if (!isLive || !signals) {
      return undefined;
    }
    try {
      const subscription = signals.subscribe<ObservedSignal>(
        OBSERVED_CHANNEL,
        message => onTopics(topicsIn(message)),
      );
      return () => subscription.unsubscribe();
    } catch {
      // The client needs crypto.randomUUID, which a page without TLS does not have; the heartbeat remains.
      return undefined;
    }
  }, [isLive, signals, onTopics]);
}
