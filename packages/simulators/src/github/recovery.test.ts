import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorld, type OwnedWorld } from '../world/createWorld';
import { settle } from '../world/settle';
import type { WorldEventMap } from '../world/types';
import { createGithubSimulator } from './createGithubSimulator';
import type { PullDocument } from './documents';

/** What a killed process leaves: the git part of a change is done, the rest is not. */
describe('the forge after a kill', () => {
  let state: string;
  const worlds: OwnedWorld[] = [];

  beforeEach(() => {
    state = mkdtempSync(join(tmpdir(), 'forge-kill-'));
  });

  afterEach(async () => {
    for (const world of worlds.splice(0)) await world.close();
    rmSync(state, { recursive: true, force: true });
  });

  function start() {
    const world = createWorld({ stateDirectory: state });
    worlds.push(world);
    const pushes: WorldEventMap['push'][] = [];
    world.events.on('push', event => {
      pushes.push(event);
    });
    const { forge } = createGithubSimulator({ world });
    const write = (target: OwnedWorld, branch: string, content: string) =>
      target.repositories.write('r', {
        ...{ branch, from: branch === 'main' ? undefined : 'main' },
        message: content,
        author: { name: 'Platform', email: 'platform@shopstack.example' },
        changes: new Map([['file', content]]),
      });
    return { world, forge, pushes, write };
  }

  it('tells of a push that was not told', async () => {
    const first = start();
    await first.world.repositories.create('r');
    const before = await first.write(first.world, 'main', '1');
    await first.world.events.idle();
    // Nobody listens to this one: as if the process died between the write and the event.
    const deaf = createWorld({ stateDirectory: state });
    worlds.push(deaf);
    const after = await first.write(deaf, 'main', '2');
    const second = start();
    await settle(second.world);
    expect(second.pushes).toEqual([
      { repository: 'r', branch: 'main', before, after },
    ]);
    const third = start();
    await settle(third.world);
    expect(third.pushes).toEqual([]);
  });

  it('does not take a prepared repository for a push', async () => {
    const deaf = createWorld({ stateDirectory: state });
    worlds.push(deaf);
    const { world, pushes, write } = start();
    await deaf.repositories.create('r');
    await write(deaf, 'main', 'prepared');
    await settle(world);
    expect(pushes).toEqual([]);
  });

  it('finishes a merge whose branch was moved', async () => {
    const first = start();
    await first.world.repositories.create('r');
    await first.write(first.world, 'main', '1');
    await first.write(first.world, 'change', '2');
    const number = await first.forge.openPull({
      ...{ repository: 'r', title: 'Change', body: '', author: 'bot' },
      ...{ head: 'change', base: 'main' },
    });
    const id = `r/${String(number).padStart(10, '0')}`;
    const open = first.world.store.get<PullDocument>('pull', id)!;
    const commit = await first.forge.mergePull('r', number);
    await first.world.events.idle();
    first.world.store.put('pull', id, {
      ...open,
      merging: { commit, by: 'somebody' },
    });
    const second = start();
    await settle(second.world);
    expect(second.world.store.get<PullDocument>('pull', id)).toMatchObject({
      state: 'closed',
      mergedBy: 'somebody',
      mergeCommit: commit,
    });
  });
});
