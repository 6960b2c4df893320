import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { TableSkeleton } from '@shopstack/plugin-kit-react';
import { lazy, Suspense } from 'react';
import { useOpenSlo } from '../../hooks/useOpenSlo';
import { entitySlosPath } from '../../sloAddress';
import { sloTranslationRef } from '../../translation';
import { EntitySloList } from './EntitySloList';
import styles from './SlosContent.module.css';

/** With its charts; most visits look at the list alone. */
const SloDetail = lazy(() =>
  import('../SloDetail').then(m => ({ default: m.SloDetail })),
);

/** The objectives of a service, the worst first; one in depth when the address names it. */
export const SlosContent = () => {
  const { entity } = useEntity();
  const { t } = useTranslationRef(sloTranslationRef);
  const reference = useOpenSlo();
  const entityRef = stringifyEntityRef(entity);
  if (!reference) {
    return <EntitySloList entityRef={entityRef} />;
  }
  const name = entity.metadata.title ?? entity.metadata.name;
  return (
    <>
      <Link href={entitySlosPath(entityRef)} className={styles.back}>
        <RiArrowLeftLine size={16} aria-hidden="true" />
        {t('tab.back', { name })}
      </Link>
      <Suspense
        fallback={<TableSkeleton label={t('tab.loadingDetail')} columns={3} />}
      >
        <SloDetail reference={reference} />
      </Suspense>
    </>
  );
};
