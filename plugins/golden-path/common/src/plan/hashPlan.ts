import type { Plan } from './Plan';

/**
 * SHA-256, in hex, over what the plan writes and what it was made for: edits, base commits and pull requests.
 * No time goes in, so the same input has the same hash on every machine.
 */
export async function hashPlan(plan: Omit<Plan, 'hash'>): Promise<string> {
  const text = JSON.stringify({
    template: plan.template,
    name: plan.name,
    repositories: plan.repositories.map(({ repository, base, edits }) => ({
      repository,
      branch: base.branch,
      commit: base.commit,
      edits: edits.map(({ path, mode, action, after }) => ({
        path,
        mode,
        action,
        after,
      })),
    })),
    pullRequests: plan.pullRequests.map(({ id, base, title, body, order }) => ({
      id,
      base,
      title,
      body,
      order,
    })),
  });
  const digest = await globalThis.crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode(text),
  );
  return [...new Uint8Array(digest)]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('');
}
