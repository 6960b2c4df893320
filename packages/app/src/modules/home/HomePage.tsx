import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ButtonLink, Container, Header, VisuallyHidden } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useServices } from '@shopstack/plugin-delivery';
import { SourceNotice, useMyOwners } from '@shopstack/plugin-kit-react';
import { useHomeSlos } from '@shopstack/plugin-slo';
import { useEffect } from 'react';
import { ActivityPanel } from './ActivityPanel';
import { AttentionPanel } from './AttentionPanel';
import { BurningPanel } from './BurningPanel';
import styles from './HomePage.module.css';
import { CREATE_SERVICE_PATH } from './paths';
import { ServicesPanel } from './ServicesPanel';
import { homeTranslationRef } from './translation';

/** What needs you, your services with their state, and what happened lately. */
export const HomePage = () => {
  const { t } = useTranslationRef(homeTranslationRef);
  const owners = useMyOwners();
  const services = useServices(owners);
  const slos = useHomeSlos(owners);
  const app = useApi(configApiRef).getOptionalString('app.title');
  useEffect(() => {
    // The page has no stock header, which would set this.
    document.title = [t('title'), app].filter(Boolean).join(' | ');
  }, [app, t]);
  // The panel of the services says so already.
  const isUnread = Boolean(services.error && !services.data);
  return (
    <main>
      {/* The stock header of a page begins with the second level. */}
      <VisuallyHidden>
        <h1>{app ?? t('title')}</h1>
      </VisuallyHidden>
      <Header
        title={t('title')}
        customActions={
          <ButtonLink
            href={CREATE_SERVICE_PATH}
            variant="primary"
            iconStart={<RiAddLine />}
          >
            {t('create')}
          </ButtonLink>
        }
      />
      <Container>
        {services.data && <SourceNotice sources={services.data.sources} />}
        <div className={styles.columns}>
          <div className={styles.main}>
            <ServicesPanel state={services} slos={slos.data} />
          </div>
          <div className={styles.side}>
            {!isUnread && <AttentionPanel state={services} slos={slos} />}
            <BurningPanel state={slos} />
            <ActivityPanel />
          </div>
        </div>
      </Container>
    </main>
  );
};
