import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Octokit } from '@octokit/rest';
import type { ControlAnswer } from './control';

jest.setTimeout(120_000);

const ROOT = resolve(__dirname, '../../..');
const repository = { owner: 'shopstack', repo: 'apps-sre' };
/** A server that waits for idle connections waits for their 5 s; the process must not, busy as the machine may be. */
const AT_ONCE_MS = 4_500;
/** Long enough at normal pace that the process is killed in the middle of it. */
const WORKFLOW = `on: push
jobs:
  one: {steps: [{run: a}, {run: b}, {run: c}]}
  two: {needs: one, steps: [{run: d}]}
`;

describe('main', () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulators-main-'));
  const children: ChildProcess[] = [];

  afterAll(() => {
    for (const child of children) {
      child.kill('SIGKILL');
    }
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(...options: string[]) {
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli-node/config/nodeTransform.cjs', {
          paths: [ROOT],
        }),
        join(__dirname, 'main.ts'),
        '--state',
        folder,
        '--port',
        '0',
        ...options,
      ],
      {
        cwd: ROOT,
        stdio: ['pipe', 'pipe', 'inherit'],
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );
    children.push(child);
    const [line] = await once(
      createInterface({ input: child.stdout! }),
      'line',
    );
    return { child, answer: JSON.parse(line) as ControlAnswer };
  }

  async function end(child: ChildProcess) {
    const began = Date.now();
    const [code] = await once(child, 'exit');
    return { code, within: Date.now() - began };
  }

  const clientOf = ({ simulators }: ControlAnswer) =>
    new Octokit({
      auth: simulators.github.token,
      baseUrl: `${simulators.github.url}/api/v3`,
    });

  it('goes on after it was killed in the middle of a run', async () => {
    const first = await start();
    const client = clientOf(first.answer);
    await client.rest.repos.createOrUpdateFileContents({
      ...repository,
      path: '.github/workflows/a.yml',
      message: 'feat: a workflow',
      content: Buffer.from(WORKFLOW).toString('base64'),
      branch: 'topic',
    });
    const list = async () =>
      (await client.rest.actions.listWorkflowRunsForRepo(repository)).data
        .workflow_runs;
    const until = async (status: string) => {
      for (;;) {
        const runs = await list();
        if (runs[0]?.status === status) {
          return runs;
        }
        await new Promise(next => setTimeout(next, 20));
      }
    };
    const [begun] = await until('in_progress');
    first.child.kill('SIGKILL');
    await end(first.child);

    const second = await start('--pace', '100');
    expect(second.answer.simulators).toEqual(first.answer.simulators);
    const runs = await until('completed');
    expect(runs.map(({ id, conclusion }) => [id, conclusion])).toEqual([
      [begun.id, 'success'],
    ]);

    second.child.kill('SIGTERM');
    const { code, within } = await end(second.child);
    expect(code).toBe(0);
    expect(within).toBeLessThan(AT_ONCE_MS);
  });

  it('ends with its parent', async () => {
    const { child } = await start('--with-parent');
    child.stdin!.end();
    expect((await end(child)).within).toBeLessThan(AT_ONCE_MS);
  });
});
