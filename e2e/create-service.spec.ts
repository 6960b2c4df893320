import { expect, type Page, test } from '@playwright/test';
import { setPace } from './support/control';
import { merge } from './support/forge';
import { signIn } from './support/signIn';

const name = `returns-${Date.now().toString(36)}`;

async function fillTheWizard(page: Page) {
  await page.goto('/create/templates/default/create-service');
  await page.getByLabel(/^Name/).fill(name);
  await page.getByLabel(/^Title/).fill('Returns');
  await page.getByLabel(/^Description/).fill('Takes goods back');
  await expect(page.getByText(`${name} is free`)).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByLabel(/^Owner/).fill('Checkout');
  await page
    .getByRole('option', { name: /checkout/i })
    .first()
    .click();
  await page.getByLabel(/^System/).fill('Checkout');
  await page
    .getByRole('option', { name: /checkout/i })
    .first()
    .click();
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Open pull requests' }).click();
}

/** Addresses of the pull requests on the task page, in the order of merging. */
async function pullRequests(page: Page) {
  const links = page.locator('a[href*="/pull/"]');
  await expect(links.first()).toBeVisible();
  const addresses = await links.evaluateAll(all =>
    all.map(each => (each as unknown as { href: string }).href),
  );
  return [...new Set(addresses)];
}

test.describe.serial('create a service', () => {
  test.beforeAll(() => setPace(4));
  test.afterAll(() => setPace(1));

  test('from the wizard to running pods', async ({ page }) => {
    await signIn(page);
    await fillTheWizard(page);
    const addresses = await pullRequests(page);
    expect(
      addresses.map(address => new URL(address).pathname.split('/')[2]),
    ).toEqual(['infra-terraform', 'cluster-gitops', 'apps-sre']);
    for (const address of addresses) {
      await merge(page, address);
    }

    const service = `/catalog/default/component/${name}`;
    await expect(async () => {
      await page.goto(service);
      await expect(page.getByText('Running').first()).toBeVisible({
        timeout: 3_000,
      });
    }).toPass({ timeout: 120_000 });

    const dev = page.getByRole('listitem', { name: /dev environment/i });
    await expect(dev.getByText('Synced')).toBeVisible();
    await expect(dev.getByText('Healthy')).toBeVisible();
    await expect(dev.getByText('1/1 pods')).toBeVisible();
    for (const later of ['staging', 'prod']) {
      await expect(
        page
          .getByRole('listitem', {
            name: new RegExp(`${later} environment`, 'i'),
          })
          .getByText('Not promoted yet'),
      ).toBeVisible();
    }

    await page.getByRole('link', { name: 'Images', exact: true }).click();
    await expect(page.getByText(/sha256:/).first()).toBeVisible();
    await page.getByRole('link', { name: 'Builds', exact: true }).click();
    await expect(page.getByText('Succeeded').first()).toBeVisible();
    await page.getByRole('link', { name: 'Argo CD', exact: true }).click();
    await expect(page.getByText(`${name}-dev`).first()).toBeVisible();
    await page.getByRole('link', { name: 'Kubernetes', exact: true }).click();
    await expect(page.getByText(/1 pod/i).first()).toBeVisible();
  });

  test('refuses a name that is taken, in the form', async ({ page }) => {
    await signIn(page);
    await page.goto('/create/templates/default/create-service');
    await page.getByLabel(/^Name/).fill('payment');
    await page.getByLabel(/^Description/).fill('Again');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByText(/payment is taken/).first()).toBeVisible();
    await expect(page.getByLabel(/^Description/)).toBeVisible();
  });
});
