import { type DashboardOptions, generateDashboard } from '../dashboard';
import type {
  SloDocument,
  SloProblem,
} from '../specification/SloSpecification';
import type { GeneratorOptions } from './GeneratorOptions';
import { RefusedSloError } from './RefusedSloError';
import type { RuleGroup } from './RuleGroup';
import { generateRules } from './generateRules';
import { toPlainRules } from './toPlainRules';
import {
  type PrometheusRuleOptions,
  prometheusRuleName,
  toPrometheusRule,
} from './toPrometheusRule';

/** `prometheus` is a file of rules as Prometheus loads it, `prometheusrule` an object of the Prometheus operator. */
export type RulesFormat = 'prometheus' | 'prometheusrule';

export interface FilesOptions
  extends Partial<GeneratorOptions>,
    Pick<DashboardOptions, 'datasource'> {
  /** By default what a document is: an object for an object, a file of rules for the others. */
  format?: RulesFormat;
  prometheusRule?: Omit<PrometheusRuleOptions, 'mode'>;
}

/**
 * The rules of documents as YAML; empty when there are none. Documents that become files of rules share one, because
 * Prometheus reads no more than the first document of a file; objects stand apart by `---`.
 *
 * @throws RefusedSloError as `generateRules` does
 */
export function rulesOf(
  documents: SloDocument[],
  options: FilesOptions = {},
): string {
  const parts: { key: string; document: SloDocument; groups: RuleGroup[] }[] =
    [];
  for (const document of documents) {
    const groups = generateRules(document, options);
    const key = partOf(document, options);
    const last = parts[parts.length - 1];
    if (last?.key === key) last.groups.push(...groups);
    else parts.push({ key, document, groups });
  }
  return parts
    .filter(({ groups }) => groups.length > 0)
    .map(({ key, document, groups }) =>
      key === ''
        ? toPlainRules(groups)
        : toPrometheusRule(document, groups, {
            mode: options.mode,
            ...options.prometheusRule,
          }),
    )
    .join('---\n');
}

/** Documents after one another with the same answer share a part: '' is the file of rules, others are names of objects. */
function partOf(document: SloDocument, options: FilesOptions): string {
  const format =
    options.format ?? (document.kubernetes ? 'prometheusrule' : 'prometheus');
  return format === 'prometheus'
    ? ''
    : prometheusRuleName(document, options.prometheusRule);
}

/** The dashboard of documents as JSON: one for all of them; empty when there is no objective. */
export function dashboardOf(
  documents: SloDocument[],
  options: FilesOptions = {},
): string {
  const slos = documents.flatMap(document => document.slos);
  if (slos.length === 0) return '';
  const dashboard = generateDashboard({ ...documents[0], slos }, options);
  return `${JSON.stringify(dashboard, undefined, 2)}\n`;
}

/** What cannot be made into rules, as problems of the file that states it. */
export function refusedSlos(
  file: string,
  documents: SloDocument[],
  options: FilesOptions = {},
): SloProblem[] {
  return documents.flatMap(document =>
    document.slos.flatMap(slo => {
      try {
        generateRules({ ...document, slos: [slo] }, options);
        return [];
      } catch (error) {
        if (!(error instanceof RefusedSloError)) throw error;
        const { line } = slo;
        return [{ file, line, path: slo.name, reason: error.reason }];
      }
    }),
  );
}
