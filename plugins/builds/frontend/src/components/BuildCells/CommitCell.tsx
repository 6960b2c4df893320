import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Build } from '@shopstack/plugin-builds-common';
import { CopyButton } from '@shopstack/plugin-kit-react';
import { buildsTranslationRef } from '../../translation';
import styles from './BuildCells.module.css';

const SHORT_COMMIT_LENGTH = 7;

/** The commit that was built, with a link to it, and what it says. */
export const CommitCell = ({ build }: { build: Build }) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  const { commit, commitUrl, commitMessage } = build;
  if (!commit) return null;
  const short = commit.slice(0, SHORT_COMMIT_LENGTH);
  return (
    <span className={styles.stack}>
      <span className={styles.line}>
        {commitUrl ? (
          <Link
            href={commitUrl}
            target="_blank"
            rel="noopener noreferrer"
            className={styles.code}
          >
            {short}
          </Link>
        ) : (
          <code className={styles.code}>{short}</code>
        )}
        <CopyButton text={commit} what={t('builds.commit')} />
      </span>
      {commitMessage && (
        <span className={styles.second} title={commitMessage}>
          {commitMessage}
        </span>
      )}
    </span>
  );
};
