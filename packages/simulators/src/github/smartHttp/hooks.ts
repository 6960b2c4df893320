import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Refuses the branches named in FORGE_PROTECTED (one in a line) in GitHub's words; other refs of the push go on. */
const UPDATE = `#!/bin/sh
printf '%s\\n' "$FORGE_PROTECTED" | while IFS= read -r branch; do
  if [ -n "$branch" ] && [ "$1" = "refs/heads/$branch" ]; then
    echo "error: GH006: Protected branch update failed for $1." >&2
    echo "error: Changes must be made through a pull request." >&2
    exit 1
  fi
done
`;

/** Tells the forge which refs moved: lines of \`old new ref\`. */
const POST_RECEIVE = `#!/bin/sh
cat > "$FORGE_REPORT"
`;

/** Writes the hooks of pushes over HTTP into a folder that holds nothing else. */
export async function writeHooks(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, script] of [
    ['update', UPDATE],
    ['post-receive', POST_RECEIVE],
  ]) {
    const path = join(folder, name);
    await writeFile(path, script);
    await chmod(path, 0o755);
  }
}
