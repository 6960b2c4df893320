import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runGit, runGitForText } from './runGit';
import { withWorkDirectory } from './workDirectory';

/** The bytes of objects by their SHA; those that are not there are left out. */
export async function readBlobs(
  directory: string,
  shas: readonly string[],
): Promise<Map<string, Buffer>> {
  const blobs = new Map<string, Buffer>();
  if (shas.length === 0) {
    return blobs;
  }
  const wanted = [...new Set(shas)];
  const output = await runGit(directory, ['cat-file', '--batch'], {
    input: `${wanted.join('\n')}\n`,
  });
  let position = 0;
  while (position < output.length) {
    const lineEnd = output.indexOf(10, position);
    const header = output.toString('utf8', position, lineEnd).split(' ');
    position = lineEnd + 1;
    if (header[1] === 'missing' || header[1] === 'ambiguous') continue;
    const size = Number(header[2]);
    if (header[1] === 'blob') {
      blobs.set(header[0], output.subarray(position, position + size));
    }
    position += size + 1;
  }
  return blobs;
}

/** The bytes of one blob, or undefined. */
export async function readBlob(
  directory: string,
  sha: string,
): Promise<Buffer | undefined> {
  return (await readBlobs(directory, [sha])).get(sha);
}

/** Stores contents as blobs and answers their SHAs in the same order. */
export async function writeBlobs(
  directory: string,
  contents: readonly (string | Uint8Array)[],
): Promise<string[]> {
  if (contents.length === 0) {
    return [];
  }
  // One process for any number of files: git reads them by path.
  return withWorkDirectory(directory, async folder => {
    const paths = contents.map((_, index) => join(folder, String(index)));
    for (const [index, content] of contents.entries()) {
      await writeFile(paths[index], content);
    }
    const output = await runGitForText(
      directory,
      ['hash-object', '-w', '--no-filters', '--stdin-paths'],
      { input: `${paths.join('\n')}\n` },
    );
    return output.split('\n');
  });
}
