import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Container, Header, Select, VisuallyHidden } from '@backstage/ui';
import {
  EmptyState,
  ObservedPanel,
  TableSkeleton,
  useMyOwners,
  useSearchParamState,
} from '@shopstack/plugin-kit-react';
import { useEffect } from 'react';
import { useFleet } from '../../hooks/useFleet';
import { argocdTranslationRef } from '../../translation';
import styles from './ApplicationsPage.module.css';
import { Fleet } from './Fleet';

const EVERYBODY = 'all';
const MINE = 'mine';

/** All applications that this person may see, by state, the worst first. */
export const ApplicationsPage = () => {
  const { t } = useTranslationRef(argocdTranslationRef);
  const app = useApi(configApiRef).getOptionalString('app.title');
  const [owner, setOwner] = useSearchParamState('owner', EVERYBODY);
  const mine = useMyOwners();
  const state = useFleet(owner === MINE ? mine : undefined);
  useEffect(() => {
    // The page has no stock header, which would set this.
    document.title = [t('fleet.heading'), app].filter(Boolean).join(' | ');
  }, [app, t]);
  return (
    <main>
      {/* The stock header of a page begins with the second level. */}
      <VisuallyHidden>
        <h1>{t('fleet.heading')}</h1>
      </VisuallyHidden>
      <Header
        title={t('fleet.heading')}
        customActions={
          <Select
            aria-label={t('fleet.owner')}
            size="small"
            className={styles.owner}
            options={[
              { value: EVERYBODY, label: t('fleet.everybody') },
              { value: MINE, label: t('fleet.mine') },
            ]}
            value={owner}
            onChange={value => setOwner(String(value))}
          />
        }
      />
      <Container>
        <ObservedPanel
          title={t('fleet.title')}
          state={state}
          failureTitle={t('fleet.failure')}
          skeleton={
            <TableSkeleton label={t('fleet.label')} columns={7} rows={12} />
          }
          isEmpty={data => data.items.length === 0}
          empty={
            <EmptyState
              title={t('fleet.empty')}
              description={t('fleet.emptyHint')}
            />
          }
        >
          {data => <Fleet applications={data.items} />}
        </ObservedPanel>
      </Container>
    </main>
  );
};
