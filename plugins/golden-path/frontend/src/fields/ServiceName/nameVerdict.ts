import { refuseServiceName } from '@shopstack/plugin-golden-path-common';
import type { GoldenPathApi, NameAvailability } from '../../apis';

/** What is known of a name. Only `free` lets the wizard go on. */
export type NameVerdict =
  | { kind: 'refused'; reason: string }
  | { kind: 'free' }
  | { kind: 'taken'; by: string }
  | { kind: 'unknown'; reason: string };

/** Who has the name: each place once, with the first thing there; a whole service is sixteen things in four places. */
function describeTakers(takenBy: NameAvailability['takenBy']): string {
  const places = new Map<string, string[]>();
  for (const { where, what } of takenBy) {
    places.set(where, [...(places.get(where) ?? []), what]);
  }
  return [...places]
    .map(([where, [first, ...others]]) =>
      others.length > 0
        ? `${where} (${first} and ${others.length} more)`
        : `${where} (${first})`,
    )
    .join(', ');
}

/**
 * Asks whether a service may have the name. A backend or a source that does not answer is `unknown`, which is not free.
 *
 * @throws AbortError when the signal says so
 */
export async function nameVerdict(
  api: GoldenPathApi,
  name: string,
  signal?: AbortSignal,
): Promise<NameVerdict> {
  const reason = refuseServiceName(name);
  if (reason) return { kind: 'refused', reason };
  try {
    const { available, takenBy, problem } = await api.checkName(name, {
      signal,
    });
    if (takenBy.length > 0) {
      return { kind: 'taken', by: describeTakers(takenBy) };
    }
    return available && !problem
      ? { kind: 'free' }
      : { kind: 'unknown', reason: problem ?? '' };
  } catch (error) {
    if (signal?.aborted) throw error;
    return {
      kind: 'unknown',
      reason: error instanceof Error ? error.message : String(error),
    };
  }
}
