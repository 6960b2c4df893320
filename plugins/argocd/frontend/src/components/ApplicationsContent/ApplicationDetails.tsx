import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import { CopyText, RelativeTime } from '@shopstack/plugin-kit-react';
import type { ReactNode } from 'react';
import { argocdTranslationRef } from '../../translation';
import styles from './ApplicationsContent.module.css';
import { DeploymentsTable } from './DeploymentsTable';
import { ResourcesTable } from './ResourcesTable';

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
  const { conditions, operation, outOfSync, images, history } = application;
  const { source, destination } = application;
  const place = source.path ?? source.chart ?? '';
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
      {operation?.message && (
        <Section title={t('details.operation')}>
          <p>
            {operation.phase}: {operation.message}{' '}
            {operation.finishedAt && (
              <RelativeTime value={operation.finishedAt} />
            )}
          </p>
        </Section>
      )}
      <dl className={styles.facts}>
        <dt>{t('details.source')}</dt>
        <dd>
          {source.repoUrl} {place} ({source.targetRevision})
        </dd>
        <dt>{t('details.destination')}</dt>
        <dd>
          {destination.name ?? destination.server} {destination.namespace}
        </dd>
        <dt>{t('details.images')}</dt>
        <dd>
          {images.map(image => (
            <div key={image}>
              <CopyText text={image} what={t('applications.image')} />
            </div>
          ))}
        </dd>
      </dl>
      <Section title={t('details.history')}>
        {history.length > 0 ? (
          <DeploymentsTable deployments={history} name={application.name} />
        ) : (
          <p>{t('details.noHistory')}</p>
        )}
      </Section>
    </div>
  );
};
