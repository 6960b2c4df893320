import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  EmptyState,
  ObservedPanel,
  TableSkeleton,
} from '@shopstack/plugin-kit-react';
import { compareSlos } from '@shopstack/plugin-slo-common';
import { useEntitySlos } from '../../hooks/useEntitySlos';
import { entitySlosPath } from '../../sloAddress';
import { sloTranslationRef } from '../../translation';
import { SloLine } from '../SloLine';
import styles from './SlosCard.module.css';

/** So many of the worst stand on the overview; the tab has the rest. */
const SHOWN = 4;

/** How the objectives of a service stand, on its overview. */
export const SlosCard = () => {
  const { entity } = useEntity();
  const { t } = useTranslationRef(sloTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const state = useEntitySlos(entityRef);
  const tab = entitySlosPath(entityRef);
  return (
    <ObservedPanel
      title={t('card.title')}
      state={state}
      corner={<Link href={tab}>{t('card.all')}</Link>}
      failureTitle={t('tab.failure')}
      skeleton={
        <TableSkeleton label={t('tab.label')} columns={3} rows={SHOWN - 1} />
      }
      isEmpty={data => data.items.length === 0}
      empty={
        <EmptyState title={t('card.empty')} description={t('card.emptyHint')} />
      }
    >
      {({ items }) => (
        <>
          <ul className={styles.list}>
            {[...items]
              .sort(compareSlos)
              .slice(0, SHOWN)
              .map(slo => (
                <li key={`${slo.instance}/${slo.id}`}>
                  <SloLine slo={slo} href={entitySlosPath(entityRef, slo)} />
                </li>
              ))}
          </ul>
          {items.length > SHOWN && (
            <Link href={tab}>
              {t('card.more', { count: items.length - SHOWN })}
            </Link>
          )}
        </>
      )}
    </ObservedPanel>
  );
};
