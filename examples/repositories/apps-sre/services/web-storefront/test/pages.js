import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** A folder that looks like the result of a build, gone after the tests of the file. */
export function builtPages() {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>The page</title>');
  writeFileSync(join(folder, 'assets', 'index-4f2a9c1b.js'), '1;');
  after(() => rmSync(folder, { recursive: true }));
  return folder;
}
