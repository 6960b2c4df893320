import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CopyButton } from '@shopstack/plugin-kit-react';
import type { SloQuery } from '@shopstack/plugin-slo-common';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { ExternalLink } from './ExternalLink';
import styles from './SloDetail.module.css';
import { useSubjectWords } from './useSubjectWords';

/** The PromQL behind numbers, each with its name, to copy and to open in Prometheus. */
export const Queries = ({ queries }: { queries: SloQuery[] }) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const nameOf = useSubjectWords();
  if (queries.length === 0) return <p>{t('explain.none')}</p>;
  return (
    <dl className={styles.queries}>
      {queries.map(({ subject, promql, url }) => {
        const name = nameOf(subject);
        return (
          <div key={`${subject} ${promql}`}>
            <dt>
              {name}{' '}
              {url && (
                <ExternalLink
                  href={url}
                  label={t('explain.openOf', { subject: name })}
                >
                  {t('explain.open')}
                </ExternalLink>
              )}
            </dt>
            <dd>
              {/* What scrolls has to be reachable by keyboard. */}
              {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
              <pre tabIndex={0}>{promql}</pre>
              <CopyButton
                text={promql}
                what={`${t('explain.what')}: ${name}`}
              />
            </dd>
          </div>
        );
      })}
    </dl>
  );
};
