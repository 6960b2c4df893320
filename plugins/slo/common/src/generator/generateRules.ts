import { type SloDocument, sloId } from '../specification/SloSpecification';
import {
  DEFAULT_GENERATOR_OPTIONS,
  type GeneratorOptions,
} from './GeneratorOptions';
import type { RuleGroup } from './RuleGroup';
import { alertRules } from './alertRules';
import { guardedSliRules } from './guardedSliRules';
import { metadataRules } from './metadataRules';
import { type SloPlan, planSlo } from './planSlo';
import { slothSliRules } from './slothSliRules';

/**
 * The rules of a document in the order of its objectives: the SLI, what follows from it, and the alerts, each as a group
 * of the name that Sloth gives it. A group without rules is absent.
 *
 * @throws RefusedSloError when an objective cannot be said in this mode, or its period has no alert windows.
 */
export function generateRules(
  document: SloDocument,
  options: Partial<GeneratorOptions> = {},
): RuleGroup[] {
  const all = { ...DEFAULT_GENERATOR_OPTIONS, ...options };
  return document.slos
    .flatMap(slo => groupsOf(planSlo(document.format, slo, all)))
    .filter(({ rules }) => rules.length > 0);
}

function groupsOf(plan: SloPlan): RuleGroup[] {
  const { mode, disableRecordings } = plan.options;
  const { intervals = {} } = plan.slo;
  const id = sloId(plan.slo);
  const sli = mode === 'sloth' ? slothSliRules : guardedSliRules;
  return [
    {
      name: `sloth-slo-sli-recordings-${id}`,
      intervalSeconds: intervals.sli,
      rules: disableRecordings ? [] : sli(plan),
    },
    {
      name: `sloth-slo-meta-recordings-${id}`,
      intervalSeconds: intervals.metadata,
      rules: disableRecordings ? [] : metadataRules(plan),
    },
    {
      name: `sloth-slo-alerts-${id}`,
      intervalSeconds: intervals.alerts,
      rules: alertRules(plan),
    },
  ];
}
