import type {
  ObservedSignal,
  SourceStatus,
} from '@shopstack/plugin-kit-common';

/** The topics of the sources that an answer shows; of each, where the answer is a list of answers. */
export function topicsOf(data: unknown): Set<string> {
  const answers = (Array.isArray(data) ? data : [data]) as (
    | { sources?: SourceStatus[] }
    | undefined
  )[];
  return new Set(
    answers
      .flatMap(answer => answer?.sources ?? [])
      .flatMap(({ topic }) => topic ?? []),
  );
}

/** The topics that a message names; anybody may write on a socket, so anything else is none. */
export function topicsIn(message: Partial<ObservedSignal> | null): string[] {
  return Array.isArray(message?.topics) ? message.topics : [];
}
