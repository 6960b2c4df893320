import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CopyButton, Panel } from '@shopstack/plugin-kit-react';
import type { SloDetail } from '@shopstack/plugin-slo-common';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { ExternalLink } from './ExternalLink';
import styles from './SloDetail.module.css';

/** The last parts of a file's address: where it lies in its repository. */
function fileName(url: string): string {
  return url.split(/[?#]/)[0].split('/').slice(-2).join('/');
}

/** The file that states the objective: where it is in git, and what it says. */
export const FilePanel = ({
  file: { url, line, yaml },
}: {
  file: NonNullable<SloDetail['file']>;
}) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  return (
    <Panel
      title={t('file.title')}
      corner={
        <ExternalLink href={url}>
          {t('file.line', { name: fileName(url), line: String(line) })}
        </ExternalLink>
      }
    >
      <details className={styles.explain}>
        <summary>{t('file.show')}</summary>
        <div className={styles.yaml}>
          {/* What scrolls has to be reachable by keyboard. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre tabIndex={0}>{yaml}</pre>
          <CopyButton text={yaml} what={t('file.what')} />
        </div>
      </details>
    </Panel>
  );
};
