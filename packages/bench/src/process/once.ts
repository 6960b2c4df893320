import { readFile, writeFile } from 'node:fs/promises';

/** Does the work unless it has been done to the end for this very input, which the file `stamp` remembers. */
export async function once(
  stamp: string,
  wanted: string,
  work: () => Promise<void>,
): Promise<void> {
  const found = await readFile(stamp, 'utf8').catch(() => undefined);
  if (found === wanted) return;
  await work();
  await writeFile(stamp, wanted);
}
