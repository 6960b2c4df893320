import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { useFailedBuilds } from '@shopstack/plugin-builds';
import type { useServices } from '@shopstack/plugin-delivery';
import { EmptyState, ObservedPanel } from '@shopstack/plugin-kit-react';
import type { useHomeSlos } from '@shopstack/plugin-slo';
import { attentionOf, type AttentionItem } from './attention';
import { AttentionLine } from './AttentionLine';
import styles from './HomePage.module.css';
import { knownSlos } from './knownSlos';
import { homeTranslationRef } from './translation';

/** What a line is called among its siblings. */
function keyOf(item: AttentionItem): string {
  if (item.kind === 'slo') {
    return `${item.slo.instance}/${item.slo.id}`;
  }
  if (!('entityRef' in item)) {
    return item.kind;
  }
  const environment = item.kind === 'degraded' ? item.state.environment : '';
  return `${item.entityRef}/${item.kind}/${environment}`;
}

/** What of the services asks for a person. Builds and budgets are looked at only where one owns them. */
export const AttentionPanel = ({
  state,
  slos,
}: {
  state: ReturnType<typeof useServices>;
  slos: ReturnType<typeof useHomeSlos>;
}) => {
  const { t } = useTranslationRef(homeTranslationRef);
  const services = state.data?.items ?? [];
  const owned = (state.data?.scope === 'owned' ? services : []).map(
    ({ entityRef }) => entityRef,
  );
  const builds = useFailedBuilds(owned);
  // Our own backend of the builds does not answer: nothing of them can be told.
  const untold = builds.error ? owned : (builds.data?.untold ?? []);
  const items = attentionOf(
    services,
    { items: builds.data?.items ?? [], untold },
    knownSlos(slos),
  );
  const isLoading = builds.loading || slos.loading;
  return (
    <ObservedPanel
      title={t('attention.title')}
      state={state}
      missing={t('attention.missing')}
      failureTitle={t('attention.failure')}
      skeleton={<Skeleton width="100%" height="4rem" />}
      isEmpty={() => items.length === 0 && !isLoading}
      empty={
        <EmptyState
          title={t('attention.nothing')}
          description={t(
            owned.length > 0
              ? 'attention.nothingHintOwned'
              : 'attention.nothingHint',
          )}
        />
      }
    >
      {() => (
        <>
          <ul className={styles.list}>
            {items.map(item => (
              <li key={keyOf(item)}>
                <AttentionLine item={item} />
              </li>
            ))}
          </ul>
          {isLoading && <Skeleton width="100%" height="2rem" />}
        </>
      )}
    </ObservedPanel>
  );
};
