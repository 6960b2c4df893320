import type { WorkflowRun } from '../world/types';
import { startForge, type TestForge } from './testing/startForge';

describe('the pages', () => {
  let forge: TestForge;
  let sha: string;

  beforeAll(async () => {
    forge = await startForge();
    sha = await forge.commit('main', {
      'README.md': '# apps & more\n',
      'docs/<odd name>.md': 'one\ntwo\n',
    });
    await forge.commit('feature/x', { 'docs/new.md': 'n\n' }, { from: 'main' });
    const at = forge.world.clock.now().toISOString();
    const run: WorkflowRun = {
      ...{ id: 12, runNumber: 3, repository: 'apps-sre', sha, branch: 'main' },
      ...{ path: '.github/workflows/ci.yml', name: 'CI', event: 'push' },
      ...{ title: 'Add files', actor: 'shopstack-bot', status: 'completed' },
      conclusion: 'failure',
      ...{ createdAt: at, updatedAt: at },
      jobs: [
        {
          ...{ id: 1, name: 'test', status: 'completed' },
          conclusion: 'failure',
          steps: [
            {
              ...{ name: 'npm test', number: 1, status: 'completed' },
              conclusion: 'failure',
              message: '1 test failed: <cart>',
            },
          ],
        },
      ],
    };
    forge.world.store.put('workflow-run', 'apps-sre/0000000012', run);
  });

  afterAll(() => forge.close());

  const base = '/shopstack/apps-sre';

  it.each([
    ['/', 'apps-sre'],
    ['/shopstack', '0 open pull requests'],
    [base, '# apps &amp; more'],
    [`${base}/tree/main/docs`, '&lt;odd name&gt;.md'],
    [`${base}/tree/feature/x/docs`, 'new.md'],
    [`${base}/blob/main/docs/%3Codd%20name%3E.md`, 'two'],
    [`${base}/commits/main`, 'Change files'],
    [`${base}/compare/main...feature/x`, 'docs/new.md'],
    [`${base}/pulls`, 'No open pull requests.'],
    [`${base}/actions`, 'Failed'],
    [`${base}/actions/runs/12`, '1 test failed: &lt;cart&gt;'],
  ])('%s shows %s', async (path, text) => {
    const answer = await fetch(forge.url + path);
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain(text);
    expect(page).not.toContain('<odd name>');
  });

  it('shows a commit with its diff and its checks', async () => {
    const page = await (
      await fetch(`${forge.url}${base}/commit/${sha}`)
    ).text();
    expect(page).toContain('CI / test');
    expect(page).toMatch(/class="add"[^]*\+one/);
  });

  it('gives raw files as text, never as a page', async () => {
    const answer = await fetch(`${forge.url}${base}/raw/main/README.md`);
    expect(answer.headers.get('content-type')).toMatch('text/plain');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('leads from edit to the file', async () => {
    const answer = await fetch(`${forge.url}${base}/edit/main/README.md`, {
      redirect: 'manual',
    });
    expect(answer.headers.get('location')).toBe(`${base}/blob/main/README.md`);
  });

  it.each([
    '/other/apps-sre',
    `${base}/blob/main/nothing`,
    `${base}/tree/nothing`,
    `${base}/commit/0000000`,
    `${base}/pull/99`,
    `${base}/actions/runs/99`,
    `${base}/what/is/this`,
  ])('%s is a page that says it is not there', async path => {
    const answer = await fetch(forge.url + path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Not found');
  });

  it('stays up under a fault of the weather', async () => {
    forge.world.weather.set('github', { kind: '500' });
    expect((await fetch(forge.url + base)).status).toBe(500);
    forge.world.weather.set('github', { kind: 'clear' });
    expect((await fetch(forge.url + base)).status).toBe(200);
  });
});
