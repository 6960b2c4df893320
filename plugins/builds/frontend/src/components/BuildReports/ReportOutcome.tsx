import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuildReport } from '@shopstack/plugin-builds-common';
import { buildsTranslationRef } from '../../translation';

const KINDS = ['failed', 'errored', 'skipped', 'unknown'] as const;

/** What a report says in one line: "120 of 124 passed, 3 failed, 1 skipped", "lines 81.4 %, branches 70 %". */
export const ReportOutcome = ({ report }: { report: BuildReport }) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  const { tests, coverage } = report;
  const parts: string[] = [];
  if (tests) {
    const { passed, total } = tests;
    parts.push(
      t('report.passed', { passed: String(passed), total: String(total) }),
    );
    for (const kind of KINDS) {
      if (tests[kind] > 0) {
        parts.push(t(`report.${kind}`, { number: String(tests[kind]) }));
      }
    }
  }
  const percent = (value: number) => String(Math.round(value * 10) / 10);
  if (coverage?.linePercent !== undefined) {
    parts.push(t('report.lines', { percent: percent(coverage.linePercent) }));
  }
  if (coverage?.branchPercent !== undefined) {
    parts.push(
      t('report.branches', { percent: percent(coverage.branchPercent) }),
    );
  }
  return <>{parts.length > 0 ? parts.join(', ') : t('report.nothing')}</>;
};
