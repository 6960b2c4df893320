import {
  parseSloFile,
  type SloSpecification,
} from '@shopstack/plugin-slo-common/rules';
import type { SloFileText } from './readSloFile';
import { yamlBlock } from './yamlBlock';

/** What is kept of a file: what it states, and what is wrong with it. */
export interface KeptSloFile {
  specifications: { specification: SloSpecification; yaml: string }[];
  problems: { line?: number; reason: string }[];
}

/** More would help nobody, and the file chooses how many there are. */
const MOST_PROBLEMS = 50;

/** Parses a file. The good parts of it stay when others are refused. */
export function parseKeptFile(file: SloFileText, name: string): KeptSloFile {
  if ('problem' in file) {
    return { specifications: [], problems: [{ reason: file.problem }] };
  }
  const { documents, problems } = parseSloFile(file.text, { file: name });
  return {
    specifications: documents
      .flatMap(document => document.slos)
      .map(specification => ({
        specification,
        yaml: yamlBlock(file.text, specification.line),
      })),
    problems: problems
      .slice(0, MOST_PROBLEMS)
      .map(({ line, path, reason }) => ({
        line,
        reason: path ? `${path}: ${reason}` : reason,
      })),
  };
}
