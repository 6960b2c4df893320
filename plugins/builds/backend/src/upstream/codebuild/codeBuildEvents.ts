import { z } from 'zod';
import { codeBuildKey } from './projectKey';

/** Where a portal publishes what EventBridge tells of CodeBuild, for example from a queue. */
export const CODEBUILD_TOPIC = 'aws-codebuild';

/** An event `CodeBuild Build State Change` or `CodeBuild Build Phase Change` of EventBridge, as far as we read it. */
const eventSchema = z.object({
  source: z.literal('aws.codebuild'),
  account: z.string().regex(/^\d{12}$/),
  region: z.string(),
  resources: z.array(z.string()).default([]),
  detail: z.object({ 'project-name': z.string() }),
});

/** Keys of the projects that an event is about. */
export function projectsOfEvent(payload: unknown): string[] {
  const event = eventSchema.safeParse(payload);
  if (!event.success) {
    return [];
  }
  const { account, region, resources, detail } = event.data;
  const partition = /^arn:([a-z-]+):codebuild:/.exec(resources[0] ?? '')?.[1];
  const project = `${account}:project/${detail['project-name']}`;
  return [
    codeBuildKey(`arn:${partition ?? 'aws'}:codebuild:${region}:${project}`),
  ];
}
