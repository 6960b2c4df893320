import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Container, Header, VisuallyHidden } from '@backstage/ui';
import {
  EmptyState,
  FilterChips,
  ObservedPanel,
  TableSkeleton,
  useSearchParamState,
} from '@shopstack/plugin-kit-react';
import { useEffect } from 'react';
import { useAllSlos, type Whose } from '../../hooks/useAllSlos';
import { sloTranslationRef } from '../../translation';
import { AllSlos } from './AllSlos';

const WHOSE: Whose[] = ['mine', 'all'];

/** The objectives of all services that this person may see, the worst first. */
export const SlosPage = () => {
  const { t } = useTranslationRef(sloTranslationRef);
  const app = useApi(configApiRef).getOptionalString('app.title');
  const [owner, setOwner] = useSearchParamState('owner');
  const whose = WHOSE.find(each => each === owner) ?? '';
  const state = useAllSlos(whose);
  useEffect(() => {
    // The page has no stock header, which would set this.
    document.title = [t('page.heading'), app].filter(Boolean).join(' | ');
  }, [app, t]);
  const shown = whose || state.data?.scope;
  return (
    <main>
      {/* The stock header of a page begins with the second level. */}
      <VisuallyHidden>
        <h1>{t('page.heading')}</h1>
      </VisuallyHidden>
      <Header
        title={t('page.heading')}
        customActions={
          <FilterChips
            single
            label={t('page.whose')}
            chips={[
              { id: 'mine', label: t('page.mine') },
              { id: 'all', label: t('page.everybody') },
            ]}
            selected={shown ? [shown] : []}
            onSelect={([choice]) => choice && setOwner(choice)}
          />
        }
      />
      <Container>
        <ObservedPanel
          title={t('page.title')}
          state={state}
          failureTitle={t('page.failure')}
          skeleton={
            <TableSkeleton label={t('page.label')} columns={8} rows={14} />
          }
          isEmpty={data => data.items.length === 0}
          empty={
            <EmptyState
              title={t('page.empty')}
              description={t('page.emptyHint')}
            />
          }
        >
          {data => (
            <AllSlos
              slos={data.items}
              isFallback={whose === '' && data.scope === 'all'}
            />
          )}
        </ObservedPanel>
      </Container>
    </main>
  );
};
