import {
  useTranslationRef,
  type TranslationFunction,
} from '@backstage/frontend-plugin-api';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { formatBudget, formatBurn, formatTimeLeft } from '../format';
import { measuredBudget } from '../measured';
import { summarize, type SlosSummary } from '../summary';
import { sloTranslationRef } from '../translation';

type Translate = TranslationFunction<(typeof sloTranslationRef)['T']>;

/** What an objective is called among others: with its environment. */
export function sloName({ title, environment }: SloSummary): string {
  return environment ? `${title} (${environment})` : title;
}

function holds(t: Translate, { measured, holding }: SlosSummary): string {
  if (holding === 2 && measured === 2) return t('summary.holdBoth');
  if (holding === measured) return t('summary.holdAll', { count: measured });
  if (holding === 0) return t('summary.holdNone', { count: measured });
  return t('summary.hold', {
    holding: String(holding),
    measured: String(measured),
  });
}

function budgetOf(t: Translate, slo: SloSummary): string {
  const name = sloName(slo);
  const remaining = measuredBudget(slo)!;
  if (remaining < 0) {
    return t('summary.spent', { name, over: formatBudget(-remaining) });
  }
  return remaining === 0
    ? t('summary.gone', { name })
    : t('summary.left', { name, budget: formatBudget(remaining) });
}

/** "availability has 12 % of its budget left and burns 2.1×, which lasts 5 h at this pace". */
function worstOf(t: Translate, slo: SloSummary, now: number): string {
  if (slo.state === 'healthy') {
    const budget = formatBudget(measuredBudget(slo)!);
    return t('summary.least', { name: sloName(slo), budget });
  }
  const burns =
    slo.burn !== undefined
      ? ` ${t('summary.and')} ${t('summary.burns', { burn: formatBurn(slo.burn) })}`
      : '';
  const seconds = slo.exhaustsAt
    ? (Date.parse(slo.exhaustsAt) - now) / 1_000
    : 0;
  const lasts =
    seconds > 0
      ? `, ${t('summary.lasts', { time: formatTimeLeft(seconds) })}`
      : '';
  return `${budgetOf(t, slo)}${burns}${lasts}`;
}

/**
 * What objectives come to, in one sentence: how many hold, what is worst, and of how many nothing can be said.
 *
 * @param slos at least one
 */
export function useSummaryWords(slos: SloSummary[], now: number): string {
  const { t } = useTranslationRef(sloTranslationRef);
  const summary = summarize(slos);
  const { measured, untold, worst } = summary;
  const states = [...new Set(untold)]
    .map(state => t(`state.${state}`))
    .join(', ');
  if (measured === 0) {
    return `${t('summary.noneMeasured', { count: slos.length })} (${states}).`;
  }
  const parts = [holds(t, summary), worst && worstOf(t, worst, now)];
  if (untold.length > 0) {
    parts.push(`${t('summary.untold', { count: untold.length })} (${states})`);
  }
  return `${parts.filter(Boolean).join('; ')}.`;
}
