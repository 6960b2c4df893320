import { expect, type Page, test } from '@playwright/test';
import { waitForPods } from './support/cluster';
import { passMinutes, setPace, setWeather } from './support/control';
import { mainRevision, merge, openPullRequest } from './support/forge';
import { signIn } from './support/signIn';

const tab = (service: string) => `/catalog/default/component/${service}/slos`;

/** What makes every third request of production fail. */
const ANNOTATION = 'simulator.shopstack.dev/error-share';
const SHARE = '0.3';
const FAILURE = `    metadata:
      annotations:
        ${ANNOTATION}: "${SHARE}"
`;

const BAD_DEPLOY = 'feat(order): round prices half-up';

/** Merges a change of the production of order in the forge, waits until its pods run, and answers its commit. */
async function deploy(
  page: Page,
  title: string,
  edit: (text: string) => string,
  share: string | undefined,
): Promise<string> {
  const repository = 'cluster-gitops';
  const { address } = await openPullRequest({
    repository,
    path: 'apps/order/overlays/prod/patch-resources.yaml',
    title,
    edit,
  });
  await merge(page, address);
  const revision = await mainRevision(repository);
  await waitForPods('order-prod', 3, ANNOTATION, share);
  return revision;
}

/** The row of an objective on the tab of its service. */
const rowOf = (page: Page, name: string) =>
  page.getByRole('row').filter({
    has: page.getByRole('link', { name, exact: true }),
  });

test.describe('objectives', () => {
  test.afterEach(async () => {
    await setPace(1);
    await setWeather('prometheus', 'clear');
  });

  test('a bad deploy burns the budget, is found by its marker, and its revert heals', async ({
    page,
  }) => {
    test.setTimeout(600_000);
    await setPace(4);
    await signIn(page, /checkout owner/i);
    await page.goto(tab('order'));
    const row = rowOf(page, 'availability');
    await expect(row).toContainText(/of 99.9 % in 30d/);
    await expect(row.getByText('Burning')).toHaveCount(0);

    const bad = await deploy(
      page,
      BAD_DEPLOY,
      text => text.replace('  template:\n', `  template:\n${FAILURE}`),
      SHARE,
    );
    await passMinutes(10);

    await page.goto('/');
    const needsMe = page
      .getByRole('region', { name: 'Needs you now' })
      .getByRole('link', { name: /^Order prod: budget burning [\d,]+×$/ });
    await expect(needsMe).toBeVisible({ timeout: 120_000 });
    const burning = page.getByRole('region', { name: 'Burning now' });
    await expect(
      burning.getByRole('link', { name: 'Order: availability' }),
    ).toBeVisible();

    await page.goto(tab('order'));
    await expect(row.getByText('Burning')).toBeVisible();
    await expect(row.getByText('Firing (page)')).toBeVisible();
    await expect(
      page.getByText(/availability \(prod\) .* burns [\d,]+×/),
    ).toBeVisible();

    await page.goto('/');
    await needsMe.click();
    await expect(page).toHaveURL(/slo=shopstack%2Forder-availability/);
    await expect(page.getByText('Burning').first()).toBeVisible();
    await page.getByRole('radio', { name: '1h', exact: true }).click();
    const marker = page
      .getByRole('group', { name: 'Deployments' })
      .getByRole('button')
      .filter({ visible: true })
      .last();
    await expect(marker).toHaveAccessibleName(
      new RegExp(
        `^order-prod ${bad.slice(0, 7)} .* of the budget spent since$`,
      ),
    );

    await deploy(
      page,
      `Revert "${BAD_DEPLOY}"`,
      text => text.replace(FAILURE, ''),
      undefined,
    );
    // The slower of the two windows of a ticket looks back six hours.
    await passMinutes(7 * 60);
    await page.goto(tab('order'));
    await expect(row.getByText(/^(Healthy|At risk)$/)).toBeVisible({
      timeout: 120_000,
    });
    await expect(row.getByText('None', { exact: true })).toBeVisible();
    await page.goto('/');
    await expect(
      page.getByRole('region', { name: 'Burning now' }),
    ).toBeVisible();
    await expect(needsMe).toHaveCount(0);
  });

  test('a quiet service says No data, and never a full budget', async ({
    page,
  }) => {
    await signIn(page);
    await page.goto(tab('recommendations'));
    await expect(
      page.getByText(
        'Nothing can be said of any of the 2 objectives (No data).',
      ),
    ).toBeVisible();
    const row = rowOf(page, 'availability');
    await expect(row.getByText('No data')).toBeVisible();
    await expect(row.getByText('Not measured').first()).toBeVisible();
    await expect(row).not.toContainText('100');
    await row.getByRole('button', { name: 'No data' }).hover();
    await expect(page.getByRole('tooltip')).toContainText(/No events/);
  });

  test('an outage of Prometheus keeps the last good numbers, with their age', async ({
    page,
  }) => {
    await signIn(page, /checkout owner/i);
    await page.goto(tab('payment'));
    const row = rowOf(page, 'availability');
    const budget = row.getByText(/^\d+(\.\d)? %$/).first();
    await expect(budget).toBeVisible();

    await setWeather('prometheus', '500');
    const notice = page.getByText(/^Prometheus \(shopstack\) does not answer/);
    await expect(notice.first()).toBeVisible({ timeout: 120_000 });
    await expect(page.getByText(/^By the last good answer: /)).toBeVisible();
    await expect(
      page.getByText(/^What you see is its last good answer/).locator('time'),
    ).toBeVisible();
    await expect(budget).toBeVisible();

    await page.goto('/catalog/default/component/payment');
    const card = page.getByRole('region', { name: 'Objectives' });
    await expect(
      card.getByText(/^Prometheus \(shopstack\) does not answer/),
    ).toBeVisible();
    await expect(card.getByText(/^\d+(\.\d)? % left$/).first()).toBeVisible();

    await setWeather('prometheus', 'clear');
    await expect(
      card.getByText(/^Prometheus \(shopstack\) does not answer/),
    ).toHaveCount(0, { timeout: 120_000 });
  });

  test('all objectives stand by state, the worst first, and stay filtered in the address', async ({
    page,
  }) => {
    await signIn(page, /checkout owner/i);
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await expect(page).toHaveURL(/\/slos$/);
    await page.getByRole('radio', { name: 'Every team' }).click();
    await expect(page).toHaveURL(/owner=all/);
    const table = page.getByRole('table', { name: 'Service level objectives' });
    await page.getByRole('button', { name: /^No data \d+$/ }).click();
    await expect(page).toHaveURL(/state=no-data/);
    const quiet = table.getByRole('link', { name: 'Recommendations' });
    await expect(quiet.first()).toBeVisible();
    await page.reload();
    await expect(quiet.first()).toBeVisible();
    await table.getByRole('button', { name: 'Burn now' }).click();
    await expect(page).toHaveURL(/sort=burn/);
  });
});
