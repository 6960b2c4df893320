import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { TableSkeleton } from '@shopstack/plugin-kit-react';
import { lazy, Suspense } from 'react';
import { useOpenSlo } from '../../hooks/useOpenSlo';
import { sloTranslationRef } from '../../translation';
import { EntitySloList } from './EntitySloList';

/** With its charts and its way back; most visits look at the list alone. */
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
  return (
    <Suspense
      fallback={<TableSkeleton label={t('tab.loadingDetail')} columns={3} />}
    >
      <SloDetail reference={reference} />
    </Suspense>
  );
};
