import type { SourceStatus } from '@shopstack/plugin-kit-common';
import type { ReactNode } from 'react';
import type { ObservedState } from '../../hooks';
import { FailureNotice } from '../FailureNotice';
import { Freshness } from '../Freshness';
import { Panel } from '../Panel';
import { SourceNotice } from '../SourceNotice';

export interface ObservedPanelProps<T extends { sources: SourceStatus[] }> {
  title: string;
  state: ObservedState<T>;
  /** What to say when our own backend does not answer: "The images could not be read". */
  failureTitle: string;
  /** The place of the content until the first answer, of the size that it will have. */
  skeleton: ReactNode;
  isEmpty(data: T): boolean;
  /** Shown when there is nothing and every source says so. */
  empty: ReactNode;
  /** More for the corner, left of the age. */
  corner?: ReactNode;
  /**
   * Stands here when there is nothing and a source does not answer, in place of the notices of the sources, which the
   * page then shows once for several panels.
   */
  missing?: ReactNode;
  children(data: T): ReactNode;
}

/**
 * A panel that is honest in every state: loading, failed, empty, partial, stale, whole. An empty list is shown as empty
 * only when every source answered.
 */
export function ObservedPanel<T extends { sources: SourceStatus[] }>(
  props: ObservedPanelProps<T>,
) {
  const { title, state, failureTitle, skeleton, isEmpty, missing } = props;
  const { data, error } = state;
  const isWhole = data?.sources.every(source => source.state === 'ok');
  const isStale =
    Boolean(error) || data?.sources.some(source => source.state === 'stale');

  let content: ReactNode = null;
  if (data) {
    if (!isEmpty(data)) content = props.children(data);
    else content = isWhole ? props.empty : missing;
  } else if (!error) {
    content = skeleton;
  }

  return (
    <Panel
      title={title}
      stale={isStale}
      corner={
        <>
          {props.corner}
          <Freshness
            sources={data?.sources ?? []}
            answeredAt={state.answeredAt}
            refreshing={state.refreshing}
            onRefresh={state.refresh}
          />
        </>
      }
      notice={
        <>
          {error && (
            <FailureNotice
              title={failureTitle}
              error={error}
              onRetry={state.refresh}
            />
          )}
          {data && !missing && <SourceNotice sources={data.sources} />}
        </>
      }
    >
      {content}
    </Panel>
  );
}
