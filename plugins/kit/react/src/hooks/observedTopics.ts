import type {
  ObservedSignal,
  SourceStatus,
} from '@shopstack/plugin-kit-common';

/** The sources that an answer shows; of each, where the answer is a list of answers. */
export function sourcesOf(data: unknown): SourceStatus[] {
  const answers = (Array.isArray(data) ? data : [data]) as (
    | { sources?: SourceStatus[] }
    | undefined
  )[];
  return answers.flatMap(answer => answer?.sources ?? []);
}

/** The topics of sources. */
export function topicsOf(sources: SourceStatus[]): Set<string> {
  return new Set(sources.flatMap(({ topic }) => topic ?? []));
}

/** The topics that a message names; anybody may write on a socket, so anything else is none. */
export function topicsIn(message: Partial<ObservedSignal> | null): string[] {
  return Array.isArray(message?.topics) ? message.topics : [];
}
