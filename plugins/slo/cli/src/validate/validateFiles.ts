import {
  type ParsedSloFile,
  type SloProblem,
  duplicateSlos,
  parseAlertWindows,
  parseSloFile,
} from '@shopstack/plugin-slo-common/rules';

/** What is wrong with files, and how much they hold. */
export interface Validation {
  /** In the order of the files, then of their lines. */
  problems: SloProblem[];
  /** What was passed over; refuses nothing. */
  warnings: SloProblem[];
  objectives: number;
}

/** Says what is wrong with each file, and which objectives several of them state. */
export function validateFiles(
  files: readonly { file: string; text: string }[],
): Validation {
  const parsed = files.map(({ file, text }) => ({
    file,
    ...parse(text, file),
  }));
  const duplicates = duplicateSlos(parsed);
  return {
    problems: parsed.flatMap(({ file, problems }) => [
      ...problems,
      ...duplicates.filter(duplicate => duplicate.file === file),
    ]),
    warnings: parsed.flatMap(({ warnings = [] }) => warnings),
    objectives: parsed
      .flatMap(({ documents }) => documents)
      .reduce((sum, { slos }) => sum + slos.length, 0),
  };
}

/** Files of alert windows lie beside those of objectives, and are checked as what they are. */
function parse(text: string, file: string): ParsedSloFile {
  const isWindows = /^kind:[ \t]*["']?AlertWindows\b/m.test(text);
  return isWindows
    ? { documents: [], problems: parseAlertWindows(text, { file }).problems }
    : parseSloFile(text, { file });
}
