import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { useFailedBuilds } from '@shopstack/plugin-builds';
import type { useServices } from '@shopstack/plugin-delivery';
import { EmptyState, ObservedPanel } from '@shopstack/plugin-kit-react';
import { attentionOf, type AttentionItem } from './attention';
import { AttentionLine } from './AttentionLine';
import styles from './HomePage.module.css';
import { homeTranslationRef } from './translation';

/** What a line is called among its siblings. */
function keyOf(item: AttentionItem): string {
  if (item.kind === 'many-unknown' || item.kind === 'builds-unknown') {
    return item.kind;
  }
  const environment = item.kind === 'degraded' ? item.state.environment : '';
  return `${item.entityRef}/${item.kind}/${environment}`;
}

/** What of the services asks for a person. Builds are looked at only for services that one owns. */
export const AttentionPanel = ({
  state,
}: {
  state: ReturnType<typeof useServices>;
}) => {
  const { t } = useTranslationRef(homeTranslationRef);
  const services = state.data?.items ?? [];
  const owned = (state.data?.scope === 'owned' ? services : []).map(
    ({ entityRef }) => entityRef,
  );
  const builds = useFailedBuilds(owned);
  // Our own backend of the builds does not answer: nothing of them can be told.
  const untold = builds.error ? owned : (builds.data?.untold ?? []);
  const items = attentionOf(services, {
    items: builds.data?.items ?? [],
    untold,
  });
  return (
    <ObservedPanel
      title={t('attention.title')}
      state={state}
      missing={t('attention.missing')}
      failureTitle={t('attention.failure')}
      skeleton={<Skeleton width="100%" height="4rem" />}
      isEmpty={() => items.length === 0 && !builds.loading}
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
          {builds.loading && <Skeleton width="100%" height="2rem" />}
        </>
      )}
    </ObservedPanel>
  );
};
