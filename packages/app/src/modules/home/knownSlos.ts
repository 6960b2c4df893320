import { oldestAnswer, type ObservedState } from '@shopstack/plugin-kit-react';
import type { ListedSlos } from '@shopstack/plugin-slo';
import type { KnownSlos } from './attention';
import { burningOf } from './burning';

/** What is known of the budgets of a person's teams, and since when, where a source is silent. */
export function knownSlos(state: ObservedState<ListedSlos>): KnownSlos {
  const { data, error } = state;
  if (!data) return { items: [], isUntold: Boolean(error) };
  const silent = data.sources.filter(source => source.state !== 'ok');
  return {
    // What burns elsewhere does not need this person.
    items: data.scope === 'mine' ? burningOf(data) : [],
    asOf: silent.length > 0 ? oldestAnswer(silent) : undefined,
    isUntold: data.sources.some(source => source.state === 'unavailable'),
  };
}
