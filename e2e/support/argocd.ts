import { expect, request } from '@playwright/test';
import { simulator } from './control';

/** Waits until an application runs a revision, and all of it is there. */
export async function waitUntilRuns(application: string, revision: string) {
  const { url, token } = await simulator('argocd');
  const context = await request.newContext({
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  await expect(async () => {
    const response = await context.get(
      `${url}/api/v1/applications/${application}`,
    );
    const { status } = await response.json();
    expect([
      status.sync.revision,
      status.sync.status,
      status.health.status,
    ]).toEqual([revision, 'Synced', 'Healthy']);
  }).toPass({ timeout: 180_000 });
  await context.dispose();
}
