import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** A file as git stores it. */
export interface SeedFile {
  /** 100644, 100755 for an executable, 120000 for a symbolic link. */
  mode: '100644' | '100755' | '120000';
  content: Buffer;
}

/** What lies in a working folder and never in a repository. */
const LEFT_OUT = new Set(['.git', 'node_modules', '.DS_Store']);

/** All files below a folder, by path. */
export async function readFolder(
  root: string,
  below: string = '',
): Promise<Map<string, SeedFile>> {
  const files = new Map<string, SeedFile>();
  const names = await readdir(join(root, below));
  for (const name of names.filter(each => !LEFT_OUT.has(each)).sort()) {
    const path = below ? `${below}/${name}` : name;
    const absolute = join(root, path);
    const stat = await lstat(absolute);
    if (stat.isDirectory()) {
      for (const [inner, file] of await readFolder(root, path)) {
        files.set(inner, file);
      }
    } else if (stat.isSymbolicLink()) {
      const content = Buffer.from(await readlink(absolute));
      files.set(path, { mode: '120000', content });
    } else if (stat.isFile()) {
      const executable = Math.floor(stat.mode / 0o100) % 2 === 1;
      const mode = executable ? '100755' : '100644';
      files.set(path, { mode, content: await readFile(absolute) });
    }
  }
  return files;
}

/** The same files with a placeholder in their texts replaced. */
export function replaceInFiles(
  files: ReadonlyMap<string, SeedFile>,
  placeholder: string,
  replacement: string,
): Map<string, SeedFile> {
  return new Map(
    [...files].map(([path, file]) => {
      if (!file.content.includes(placeholder)) {
        return [path, file];
      }
      const text = file.content.toString('utf8');
      const content = Buffer.from(text.replaceAll(placeholder, replacement));
      return [path, { ...file, content }];
    }),
  );
}
