import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Link } from '@backstage/ui';
import type { SloFileProblem } from '@shopstack/plugin-slo-common';
import { sloTranslationRef } from '../../translation';
import styles from './SlosContent.module.css';

/** Where a forge shows the line. */
function lineUrl({ url, line }: SloFileProblem): string {
  return line === undefined || url.includes('#') ? url : `${url}#L${line}`;
}

/** The end of an address: what tells files of a service apart. */
function fileName(url: string): string {
  const { pathname } = new URL(url, 'http://localhost');
  return decodeURIComponent(pathname).split('/').slice(-2).join('/');
}

/** What was refused in the SLO files of a service: where, and why. */
export const SloFileProblems = ({
  problems,
}: {
  problems: SloFileProblem[];
}) => {
  const { t } = useTranslationRef(sloTranslationRef);
  if (problems.length === 0) return null;
  return (
    <div className={styles.problems} role="status">
      <Alert
        icon
        status="warning"
        title={t('problems.title', { count: problems.length })}
        description={
          <>
            <p>{t('problems.hint')}</p>
            <ul>
              {problems.map((problem, index) => (
                // The same reason may stand on several lines that are not known.
                <li key={`${problem.url}:${problem.line}:${index}`}>
                  <Link
                    href={lineUrl(problem)}
                    target="_blank"
                    rel="noopener noreferrer"
                  >
                    {fileName(problem.url)}
                    {problem.line !== undefined &&
                      `, ${t('problems.line', { line: String(problem.line) })}`}
                  </Link>
                  : {problem.reason}
                </li>
              ))}
            </ul>
          </>
        }
      />
    </div>
  );
};
