import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RelativeTime } from '@shopstack/plugin-kit-react';
import { sloDetailTranslationRef } from '../../detailTranslation';
import type { CostedDeployment } from './deploymentCost';
import { changeTitle, shortRevision, withoutAddress } from './deploymentWords';
import styles from './SloDetail.module.css';
import { SpentSince } from './SpentSince';

/** What was deployed, by whom, when, and what it cost. */
export const DeploymentCard = ({
  deployment,
}: {
  deployment: CostedDeployment;
}) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const { application, revision, message, author, at } = deployment;
  return (
    <div className={styles.card}>
      <b>
        {application} <code>{shortRevision(revision)}</code>
      </b>
      <span>{changeTitle(message) ?? t('deployments.noMessage')}</span>
      <span className={styles.quiet}>
        {withoutAddress(author) ?? t('deployments.somebody')},{' '}
        <RelativeTime value={at} />
      </span>
      <span>
        <SpentSince deployment={deployment} isSentence />
      </span>
    </div>
  );
};
