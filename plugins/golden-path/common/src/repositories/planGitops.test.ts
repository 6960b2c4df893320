import { application, fileOf, planOn } from '../__testUtils__/planning';
import { unifiedDiff } from '../plan/unifiedDiff';

describe('a folder of Applications that lists its files', () => {
  const list = 'apps/business/kustomization.yaml';
  const before = 'resources:\n  # by team\n  - order-dev.yaml\n';

  it('gets the new Applications added to its list, and nothing else changed', async () => {
    const plan = await planOn({
      gitops: {
        [list]: before,
        'apps/business/order-dev.yaml': application({
          name: 'order-dev',
          path: 'apps/order/overlays/dev',
        }),
      },
    });
    expect(fileOf(plan, list)).toBe(
      `${before}  - refunds-dev.yaml\n  - refunds-staging.yaml\n  - refunds-prod.yaml\n`,
    );
    const edit = plan.repositories
      .flatMap(one => one.edits)
      .find(one => one.path === list)!;
    expect(edit).toMatchObject({ action: 'modify', before });
    expect(unifiedDiff(edit)).toBe(
      [
        `--- a/${list}`,
        `+++ b/${list}`,
        '@@ -1,3 +1,6 @@',
        ' resources:',
        '   # by team',
        '   - order-dev.yaml',
        '+  - refunds-dev.yaml',
        '+  - refunds-staging.yaml',
        '+  - refunds-prod.yaml',
        '',
      ].join('\n'),
    );
  });

  it('shows a new file as git does', async () => {
    const plan = await planOn();
    const edit = plan.repositories
      .flatMap(one => one.edits)
      .find(one => one.path === 'apps/refunds/base/kustomization.yaml')!;
    expect(unifiedDiff(edit)).toMatch(
      /^--- \/dev\/null\n\+\+\+ b\/apps\/refunds\/base\/kustomization.yaml\n@@ -0,0 \+1,\d+ @@\n\+apiVersion/,
    );
  });
});
