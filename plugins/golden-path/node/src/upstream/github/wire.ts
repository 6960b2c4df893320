import { z } from 'zod';

const sha = z.string().regex(/^[0-9a-f]{40}$/);

/** What we read of GitHub's answers (REST, version 2022-11-28). */
export const wireRepository = z.object({ default_branch: z.string().min(1) });
export const wireReference = z.object({ object: z.object({ sha }) });
export const wireObject = z.object({ sha });
export const wireCommit = z.object({
  sha,
  message: z.string(),
  tree: z.object({ sha }),
  parents: z.array(z.object({ sha })),
});
export const wirePullRequest = z.object({
  number: z.number().int().positive(),
  html_url: z.string().url(),
  state: z.enum(['open', 'closed']),
  merged_at: z.string().nullish(),
});
