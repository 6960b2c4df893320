import type { SourceStatus } from '@shopstack/plugin-kit-common';

/** The time of the oldest last good answer: what a panel made of several sources is "as of". */
export function oldestAnswer(sources: SourceStatus[]): string | undefined {
  const times = sources.flatMap(source => (source.asOf ? [source.asOf] : []));
  return times.sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}
