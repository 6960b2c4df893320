import { deployedCommits } from './deployedCommits';
import { applicationSchema } from './wire';

const sha = (digit: string) => digit.repeat(40);
const commits = (spec: object, history: object[], most = 10) =>
  deployedCommits(
    applicationSchema.parse({
      metadata: { name: 'cart-dev' },
      spec,
      status: { history },
    }),
    most,
  );
const entry = (id: number, more: object) => ({
  id,
  deployedAt: '2026-11-20T10:00:00Z',
  ...more,
});
const git = { repoURL: 'https://forge/gitops', path: 'apps/cart' };
const chart = { repoURL: 'https://charts', chart: 'redis' };

describe('deployedCommits', () => {
  it('takes the latest, as many as are asked for', () => {
    const history = [1, 3, 2].map(id => entry(id, { revision: sha(`${id}`) }));
    expect(commits({ source: git }, history, 2)).toEqual([
      { deployment: 3, repoUrl: 'https://forge/gitops', sha: sha('3') },
      { deployment: 2, repoUrl: 'https://forge/gitops', sha: sha('2') },
    ]);
  });

  it.each<[string, object, object]>([
    ['a chart', { source: chart }, { revision: '1.2.3' }],
    [
      'a chart with a version like a commit',
      { source: chart },
      { revision: sha('a') },
    ],
    [
      'an OCI artifact',
      { source: { repoURL: 'oci://registry/app', path: '.' } },
      { revision: sha('a') },
    ],
    ['a branch', { source: git }, { revision: 'main' }],
    ['only charts', { sources: [chart, chart] }, { revisions: ['1', '2'] }],
    ['nothing', {}, { revision: sha('a') }],
  ])('never asks for %s', (_, spec, deployment) => {
    expect(commits(spec, [entry(1, deployment)])).toEqual([]);
  });

  it('names the source that comes from git among several', () => {
    const spec = { sources: [chart, git] };
    expect(
      commits(spec, [
        entry(4, { revisions: ['1.2', sha('c')], sources: [chart, git] }),
      ]),
    ).toEqual([
      {
        deployment: 4,
        repoUrl: 'https://forge/gitops',
        sha: sha('c'),
        sourceIndex: 1,
      },
    ]);
  });

  it('asks for the source of then, where that was another repository', () => {
    const before = { ...git, repoURL: 'https://forge/old' };
    expect(
      commits({ source: git }, [
        entry(7, { revision: sha('d'), source: before }),
      ]),
    ).toEqual([
      {
        deployment: 7,
        repoUrl: 'https://forge/old',
        sha: sha('d'),
        versionId: 7,
      },
    ]);
  });
});
