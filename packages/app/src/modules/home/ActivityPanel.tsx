import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { useActivity } from '@shopstack/plugin-delivery';
import type { DeliveryActivity } from '@shopstack/plugin-delivery-common';
import {
  EmptyState,
  ObservedPanel,
  RelativeTime,
  TableSkeleton,
} from '@shopstack/plugin-kit-react';
import styles from './HomePage.module.css';
import { entityPagePath } from './paths';
import { homeTranslationRef } from './translation';

/** As many changes as stand beside twelve services without making the page longer. */
const SHOWN = 10;

const SHORT_COMMIT_LENGTH = 7;

const Change = ({ change }: { change: DeliveryActivity }) => {
  const { t } = useTranslationRef(homeTranslationRef);
  const { commit, environment, message, applicationUrl } = change;
  const what = t('activity.to', { environment });
  return (
    <li>
      <div className={styles.change}>
        <Link href={entityPagePath(change.entityRef)}>{change.title}</Link>
        {commit && (
          <code title={commit}>{commit.slice(0, SHORT_COMMIT_LENGTH)}</code>
        )}
        {applicationUrl ? (
          <Link href={applicationUrl} target="_blank" rel="noopener noreferrer">
            {what}
          </Link>
        ) : (
          <span>{what}</span>
        )}
        <span className={styles.age}>
          <RelativeTime value={change.deployedAt} />
        </span>
      </div>
      {message && (
        <p className={styles.message} title={message}>
          {message}
        </p>
      )}
    </li>
  );
};

/** The latest deployments over all services. */
export const ActivityPanel = () => {
  const { t } = useTranslationRef(homeTranslationRef);
  const state = useActivity(SHOWN);
  return (
    <ObservedPanel
      title={t('activity.title')}
      state={state}
      missing={t('activity.missing')}
      failureTitle={t('activity.failure')}
      skeleton={
        <TableSkeleton label={t('activity.label')} columns={2} rows={SHOWN} />
      }
      isEmpty={data => data.items.length === 0}
      empty={
        <EmptyState
          title={t('activity.empty')}
          description={t('activity.emptyHint')}
        />
      }
    >
      {data => (
        <ul className={styles.list}>
          {data.items.map(change => (
            <Change key={change.id} change={change} />
          ))}
        </ul>
      )}
    </ObservedPanel>
  );
};
