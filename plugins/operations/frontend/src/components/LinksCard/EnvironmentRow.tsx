import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  RiAlarmWarningLine,
  RiExternalLinkLine,
  RiFileList3Line,
  RiLineChartLine,
  RiNodeTree,
  type RemixiconComponentType,
} from '@remixicon/react';
import type {
  EnvironmentLinks,
  LinkKind,
} from '@shopstack/plugin-operations-common';
import { operationsTranslationRef } from '../../translation';
import styles from './LinksCard.module.css';

const ICONS: Record<LinkKind, RemixiconComponentType> = {
  dashboard: RiLineChartLine,
  logs: RiFileList3Line,
  traces: RiNodeTree,
  alerts: RiAlarmWarningLine,
  other: RiExternalLinkLine,
};

/** One environment and its links, each with the icon of what it leads to. */
export const EnvironmentRow = ({ row }: { row: EnvironmentLinks }) => {
  const { t } = useTranslationRef(operationsTranslationRef);
  const { environment } = row;
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        {environment}{' '}
        {row.basis === 'inferred' && (
          <span className={styles.inferred} title={t('links.inferredHint')}>
            {t('links.inferred')}
          </span>
        )}
      </span>
      <span className={styles.links}>
        {row.links.map(({ kind, title, url }) => {
          const Icon = ICONS[kind];
          return (
            <Link
              key={`${title} ${url}`}
              href={url}
              target="_blank"
              rel="noopener noreferrer"
              className={styles.link}
              aria-label={t('links.opens', { title, environment })}
            >
              <Icon size={16} aria-hidden="true" />
              {title}
            </Link>
          );
        })}
      </span>
    </li>
  );
};
