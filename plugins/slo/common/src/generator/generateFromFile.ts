import { parseSloFile } from '../specification';
import type { SloProblem } from '../specification/SloSpecification';
import {
  type FilesOptions,
  dashboardOf,
  refusedSlos,
  rulesOf,
} from './generateFiles';
import { DEFAULT_GENERATOR_OPTIONS } from './GeneratorOptions';

export interface FromFileOptions extends FilesOptions {
  /** What the problems call the file; `slo.yaml` by default. */
  file?: string;
}

/** What one file of objectives becomes. */
export interface GeneratedFiles {
  /** YAML; empty when there are no rules, or problems. */
  rules: string;
  /** JSON of a Grafana dashboard; empty when there is none, or problems. */
  dashboard: string;
  problems: SloProblem[];
}

/** Rules and dashboard of the text of a file. With problems nothing is made, so that no objective goes missing unseen. */
export function generateFromFile(
  text: string,
  options: FromFileOptions = {},
): GeneratedFiles {
  const { file = 'slo.yaml', ...rest } = options;
  const {
    defaultPeriodSeconds = DEFAULT_GENERATOR_OPTIONS.defaultPeriodSeconds,
  } = rest;
  const parsed = parseSloFile(text, { file, defaultPeriodSeconds });
  const problems = [
    ...parsed.problems,
    ...refusedSlos(file, parsed.documents, rest),
  ];
  return problems.length > 0
    ? { rules: '', dashboard: '', problems }
    : {
        rules: rulesOf(parsed.documents, rest),
        dashboard: dashboardOf(parsed.documents, rest),
        problems,
      };
}
