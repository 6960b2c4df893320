import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Skeleton } from '@backstage/ui';
import type { useServices } from '@shopstack/plugin-delivery';
import {
  EmptyState,
  ObservedPanel,
  StatusLabel,
} from '@shopstack/plugin-kit-react';
import { attentionOf, type AttentionItem } from './attention';
import styles from './HomePage.module.css';
import { entityPagePath } from './paths';
import { homeTranslationRef } from './translation';

const Line = ({ item }: { item: AttentionItem }) => {
  const { t } = useTranslationRef(homeTranslationRef);
  if (item.kind === 'many-unknown') {
    return (
      <li>
        <StatusLabel tone="unknown">
          {t('attention.manyUnknown', { services: String(item.services) })}
        </StatusLabel>
      </li>
    );
  }
  const { service } = item;
  return (
    <li>
      <Link href={entityPagePath(item.entityRef)}>
        {item.kind === 'degraded' ? (
          <StatusLabel tone="danger">
            {t('attention.degraded', {
              service,
              environment: item.state.environment,
            })}
          </StatusLabel>
        ) : (
          <StatusLabel tone="unknown">
            {t('attention.unknown', {
              service,
              environments: item.environments.join(', '),
            })}
          </StatusLabel>
        )}
      </Link>
      {item.kind === 'degraded' && item.state.reason && (
        <p className={styles.hint}>{item.state.reason}</p>
      )}
    </li>
  );
};

/** What a line is called among its siblings. */
function keyOf(item: AttentionItem): string {
  if (item.kind === 'many-unknown') return item.kind;
  const environment = item.kind === 'degraded' ? item.state.environment : '';
  return `${item.entityRef}/${item.kind}/${environment}`;
}

/** What of the services asks for a person. */
export const AttentionPanel = ({
  state,
}: {
  state: ReturnType<typeof useServices>;
}) => {
  const { t } = useTranslationRef(homeTranslationRef);
  return (
    <ObservedPanel
      title={t('attention.title')}
      state={state}
      missing={t('attention.missing')}
      failureTitle={t('attention.failure')}
      skeleton={<Skeleton width="100%" height="4rem" />}
      isEmpty={data => attentionOf(data.items).length === 0}
      empty={
        <EmptyState
          title={t('attention.nothing')}
          description={t('attention.nothingHint')}
        />
      }
    >
      {data => (
        <ul className={styles.list}>
          {attentionOf(data.items).map(item => (
            <Line key={keyOf(item)} item={item} />
          ))}
        </ul>
      )}
    </ObservedPanel>
  );
};
