import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const environments = ['dev', 'staging', 'prod'] as const;

const entrySchema = z.strictObject({
  service: z.string().regex(/^[a-z][a-z0-9-]*$/),
  daysAgo: z.number().positive(),
  message: z.string().min(1),
  author: z.string().min(1),
  change: z.strictObject({ file: z.string().min(1), append: z.string() }),
  build: z.enum(['succeeded', 'failed']).default('succeeded'),
  release: z.array(z.enum(environments)).default([]),
  /** Of the requests in prod, until the next release. */
  errorShare: z.number().min(0).max(1).optional(),
});

export type HistoryEntry = z.output<typeof entrySchema>;

/**
 * Reads what happened in the demo organisation before the first start, oldest first.
 *
 * @throws Error that names the entry and the field that is wrong
 */
export async function readHistory(file: string): Promise<HistoryEntry[]> {
  const parsed = z
    .array(entrySchema)
    .safeParse(parse(await readFile(file, 'utf8')) ?? []);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new Error(`${file}: ${path.join('.')}: ${message}`);
  }
  const late = parsed.data.find(
    (entry, index) =>
      index > 0 && entry.daysAgo > parsed.data[index - 1].daysAgo,
  );
  if (late) {
    throw new Error(`${file}: '${late.message}' is not in order of time`);
  }
  return parsed.data;
}
