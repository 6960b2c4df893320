import { toRollout } from './rolloutMapping';
import { rolloutSchema } from './rolloutWire';

const map = (spec: object, status?: object) =>
  toRollout(
    rolloutSchema.parse({
      kind: 'Rollout',
      metadata: { name: 'cart', namespace: 'cart-prod' },
      spec,
      status,
    }),
    'elsewhere',
  );
const canary = (...steps: object[]) => ({ strategy: { canary: { steps } } });
const weights = [
  { setWeight: 20 },
  { pause: {} },
  { analysis: {} },
  { setWeight: 60 },
];

describe('toRollout', () => {
  it('tells how far a canary is, and what its analysis found', () => {
    expect(
      map(canary(...weights), {
        phase: 'Paused',
        message: 'CanaryPauseStep',
        currentStepIndex: 1,
        stableRS: '6d8f',
        currentPodHash: '7b9c',
        canary: {
          currentStepAnalysisRunStatus: {
            name: 'cart-7b9c-2',
            status: 'Running',
          },
          currentBackgroundAnalysisRunStatus: {
            name: 'cart-7b9c-bg',
            status: 'Inconclusive',
            message: 'no data',
          },
        },
      }),
    ).toEqual({
      name: 'cart',
      namespace: 'cart-prod',
      phase: 'Paused',
      message: 'CanaryPauseStep',
      strategy: 'canary',
      step: 1,
      steps: 4,
      weight: 20,
      stableRevision: '6d8f',
      currentRevision: '7b9c',
      analysis: [
        { name: 'cart-7b9c-2', phase: 'Running' },
        { name: 'cart-7b9c-bg', phase: 'Inconclusive', message: 'no data' },
      ],
    });
  });

  it.each<[string, object, number]>([
    [
      'what the router reports',
      { canary: { weights: { canary: { weight: 33 } } } },
      33,
    ],
    [
      'nothing before the first weight',
      { currentStepIndex: 0, stableRS: 'a', currentPodHash: 'b' },
      20,
    ],
    [
      'the last weight before the step',
      { currentStepIndex: 2, stableRS: 'a', currentPodHash: 'b' },
      20,
    ],
    [
      'all, after the last step',
      { currentStepIndex: 4, stableRS: 'a', currentPodHash: 'b' },
      100,
    ],
    [
      'all, when the new is the stable',
      { currentStepIndex: 0, stableRS: 'a', currentPodHash: 'a' },
      100,
    ],
    [
      'none, when it was aborted',
      { abort: true, currentStepIndex: 3, stableRS: 'a', currentPodHash: 'b' },
      0,
    ],
  ])('gives the new version %s', (_, status, weight) => {
    expect(map(canary(...weights), status).weight).toBe(weight);
  });

  it('tells blue and green, and stands with a status that is not there', () => {
    expect(
      map(
        { strategy: { blueGreen: {} } },
        {
          phase: 'Degraded',
          blueGreen: {
            prePromotionAnalysisRunStatus: { name: 'pre', status: 'Failed' },
          },
        },
      ),
    ).toMatchObject({
      strategy: 'blue-green',
      phase: 'Degraded',
      analysis: [{ name: 'pre', phase: 'Failed' }],
    });
    expect(map({})).toEqual({
      name: 'cart',
      namespace: 'cart-prod',
      phase: 'Unknown',
      strategy: 'unknown',
      analysis: [],
    });
  });
});
