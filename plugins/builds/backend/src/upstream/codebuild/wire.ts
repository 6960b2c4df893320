import { lenient } from '@shopstack/plugin-kit-node';
import { z } from 'zod';

const text = lenient(z.string());
const date = lenient(z.date());

/**
 * What we read of `BatchGetBuilds`, after the SDK has decoded it. `environment` is left out on purpose: it holds the
 * values of the build's environment variables.
 */
export const buildSchema = z.object({
  id: z.string(),
  buildNumber: lenient(z.number()),
  buildStatus: text,
  currentPhase: text,
  startTime: date,
  endTime: date,
  sourceVersion: text,
  resolvedSourceVersion: text,
  initiator: text,
  source: lenient(z.object({ location: text })),
  phases: lenient(
    z.array(
      z.object({
        phaseType: text,
        phaseStatus: text,
        durationInSeconds: lenient(z.number().nonnegative()),
        contexts: lenient(z.array(z.object({ message: text }))),
      }),
    ),
  ),
  exportedEnvironmentVariables: lenient(
    z.array(z.object({ name: text, value: text })),
  ),
});

export type WireBuild = z.output<typeof buildSchema>;
