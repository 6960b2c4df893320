import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import { RelativeTime } from '@shopstack/plugin-kit-react';
import type { ReactNode } from 'react';
import { argocdTranslationRef } from '../../translation';
import styles from './ApplicationsContent.module.css';
import { DeploymentsTable } from './DeploymentsTable';
import { OperationLine } from './OperationLine';
import { ResourcesTable } from './ResourcesTable';
import { Rollouts } from './Rollouts';
import { RunningImages } from './RunningImages';

const Section = ({
  title,
  children,
}: {
  title: string;
  children: ReactNode;
}) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
);

/** What opens below an application: why it is as it is, where it comes from and goes to, and its history. */
export const ApplicationDetails = ({
  application,
}: {
  application: ArgocdApplication;
}) => {
  const { t } = useTranslationRef(argocdTranslationRef);
  const { conditions, operation, outOfSync, rollouts, history } = application;
  const { source, sources, destination } = application;
  return (
    <div className={styles.details}>
      {conditions.length > 0 && (
        <Section title={t('details.conditions')}>
          <ul>
            {conditions.map(each => (
              <li key={`${each.type}/${each.message}`}>
                <b>{each.type}</b> {each.message}{' '}
                {each.at && <RelativeTime value={each.at} />}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {outOfSync.length > 0 && (
        <Section title={t('details.resources')}>
          <ResourcesTable resources={outOfSync} name={application.name} />
        </Section>
      )}
      {operation && (
        <Section title={t('details.operation')}>
          <OperationLine operation={operation} />
        </Section>
      )}
      {Boolean(rollouts?.length) && (
        <Section title={t('details.rollouts')}>
          <Rollouts rollouts={rollouts!} />
        </Section>
      )}
      <dl className={styles.facts}>
        <dt>{t('details.source')}</dt>
        <dd>
          {(sources ?? [source]).map(each => (
            <div key={JSON.stringify(each)}>
              {each.repoUrl} {each.path ?? each.chart ?? ''} (
              {each.targetRevision})
            </div>
          ))}
        </dd>
        <dt>{t('details.destination')}</dt>
        <dd>
          {destination.name ?? destination.server} {destination.namespace}
        </dd>
        <dt>{t('details.syncPolicy')}</dt>
        <dd>
          {t(application.automated ? 'details.automated' : 'details.manual')}
        </dd>
        <RunningImages application={application} />
      </dl>
      <Section title={t('details.history')}>
        {history.length > 0 ? (
          <>
            <DeploymentsTable deployments={history} name={application.name} />
            <p className={styles.hint}>{t('details.rollback')}</p>
          </>
        ) : (
          <p>{t('details.noHistory')}</p>
        )}
      </Section>
    </div>
  );
};
