import type { SloDocument, SloProblem } from './SloSpecification';
import { sloId } from './SloSpecification';

/** A file that was parsed. */
interface SloFile {
  /** As it is to be named in problems. */
  file: string;
  documents: readonly SloDocument[];
}

/**
 * Objectives that more than one file states: rules of both would record the same series. Names count as Sloth joins
 * them, so `a-b` of service `c` is the same as `b` of service `c-a`.
 *
 * @returns one problem for each statement after the first, in the order of the files.
 */
export function duplicateSlos(files: readonly SloFile[]): SloProblem[] {
  const stated = new Map<string, { file: string; line: number }>();
  const problems: SloProblem[] = [];
  for (const { file, documents } of files) {
    for (const slo of documents.flatMap(({ slos }) => slos)) {
      const id = sloId(slo);
      const first = stated.get(id);
      if (!first) {
        stated.set(id, { file, line: slo.line });
      } else if (first.file !== file || first.line !== slo.line) {
        problems.push({
          file,
          line: slo.line,
          reason: `the objective "${id}" is already stated in ${first.file}:${first.line}`,
        });
      }
    }
  }
  return problems;
}
