import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorld, type OwnedWorld } from './createWorld';

/** For tests: a world in a temporary directory, at a pace at which nothing makes anybody wait. `close` removes it. */
export function createTestWorld(): OwnedWorld & {
  log: { (line: string): void; lines: string[] };
} {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'shopstack-world-'));
  const lines: string[] = [];
  const log = Object.assign((line: string) => void lines.push(line), { lines });
  const world = createWorld({ stateDirectory, log });
  world.clock.setPace(10_000);
  return {
    ...world,
    log,
    async close() {
      await world.close();
      rmSync(stateDirectory, { recursive: true, force: true });
    },
  };
}
