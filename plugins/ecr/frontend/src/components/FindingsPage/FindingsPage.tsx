import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Container, Header, Select, VisuallyHidden } from '@backstage/ui';
import { useEffect } from 'react';
import { MINE, useOwnerChoice } from '../../hooks/useOwnerChoice';
import { useOwnerOptions } from '../../hooks/useOwnerOptions';
import { useServiceScans } from '../../hooks/useServiceScans';
import { ecrTranslationRef } from '../../translation';
import styles from './FindingsPage.module.css';
import { ServiceScansPanel } from './ServiceScansPanel';

/** The running images of a team, or of everybody, the worst first. */
export const FindingsPage = () => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const app = useApi(configApiRef).getOptionalString('app.title');
  const [choice, choose] = useOwnerChoice();
  const state = useServiceScans(choice);
  const options = useOwnerOptions(choice);
  useEffect(() => {
    // The page has no stock header, which would set this.
    document.title = [t('team.heading'), app].filter(Boolean).join(' | ');
  }, [app, t]);
  return (
    <main>
      {/* The stock header of a page begins with the second level. */}
      <VisuallyHidden>
        <h1>{t('team.heading')}</h1>
      </VisuallyHidden>
      <Header title={t('team.heading')} />
      <Container>
        <Select
          aria-label={t('team.owner')}
          size="small"
          className={styles.owner}
          options={options}
          search
          value={state.data?.scope ?? choice ?? MINE}
          onChange={value => choose(String(value))}
        />
        <ServiceScansPanel state={state} choice={choice} onChoose={choose} />
      </Container>
    </main>
  );
};
