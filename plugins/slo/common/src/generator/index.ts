export { generateRules } from './generateRules';
export {
  DEFAULT_GENERATOR_OPTIONS,
  type GeneratorMode,
  type GeneratorOptions,
} from './GeneratorOptions';
export { RefusedSloError } from './RefusedSloError';
export { alertWindowsFor } from './alertWindowsFor';
export { periodOf } from './periodOf';
export type { AlertingRule, RecordingRule, Rule, RuleGroup } from './RuleGroup';
export { toPlainRules } from './toPlainRules';
export {
  type PrometheusRuleOptions,
  toPrometheusRule,
} from './toPrometheusRule';
export {
  type FilesOptions,
  type RulesFormat,
  dashboardOf,
  refusedSlos,
  rulesOf,
} from './generateFiles';
export {
  type FromFileOptions,
  type GeneratedFiles,
  generateFromFile,
} from './generateFromFile';
