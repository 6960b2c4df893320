import { lenient } from '@shopstack/plugin-kit-node';
import { z } from 'zod';

const text = lenient(z.string());
const number = lenient(z.number());

/** State of an AnalysisRun, as the Rollout that started it repeats it. */
const analysisSchema = lenient(
  z.object({ name: z.string(), status: text, message: text }),
);

/** What we read of an `argoproj.io/v1alpha1` Rollout. */
export const rolloutSchema = z.object({
  kind: z.literal('Rollout'),
  metadata: z.object({ name: z.string().min(1), namespace: text }),
  spec: lenient(
    z.object({
      strategy: lenient(
        z.object({
          canary: lenient(
            z.object({
              steps: lenient(z.array(lenient(z.object({ setWeight: number })))),
            }),
          ),
          blueGreen: lenient(z.object({})),
        }),
      ),
    }),
  ),
  status: lenient(
    z.object({
      phase: text,
      message: text,
      abort: lenient(z.boolean()),
      currentStepIndex: number,
      stableRS: text,
      currentPodHash: text,
      canary: lenient(
        z.object({
          weights: lenient(
            z.object({ canary: lenient(z.object({ weight: number })) }),
          ),
          currentStepAnalysisRunStatus: analysisSchema,
          currentBackgroundAnalysisRunStatus: analysisSchema,
        }),
      ),
      blueGreen: lenient(
        z.object({
          prePromotionAnalysisRunStatus: analysisSchema,
          postPromotionAnalysisRunStatus: analysisSchema,
        }),
      ),
    }),
  ),
});

export type WireRollout = z.output<typeof rolloutSchema>;
export type WireAnalysis = z.output<typeof analysisSchema>;
