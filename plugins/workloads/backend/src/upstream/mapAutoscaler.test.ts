import { map } from './__testUtils__/mapObjects';
import { autoscaler, deployment } from './__testUtils__/objects';

describe('toAutoscaler', () => {
  it.each([
    [
      [
        {
          type: 'ScalingActive',
          status: 'False',
          reason: 'FailedGetResourceMetric',
          message: 'no metrics',
        },
      ],
      true,
      'no metrics',
    ],
    [
      [
        {
          type: 'ScalingLimited',
          status: 'True',
          reason: 'TooManyReplicas',
          message: 'at its most',
        },
      ],
      true,
      'at its most',
    ],
    [
      [
        {
          type: 'ScalingLimited',
          status: 'True',
          reason: 'TooFewReplicas',
          message: 'at its least',
        },
      ],
      false,
      undefined,
    ],
    [
      [
        {
          type: 'ScalingActive',
          status: 'False',
          reason: 'ScalingDisabled',
          message: 'at zero',
        },
      ],
      false,
      undefined,
    ],
  ])(
    'says when an autoscaler cannot do its work: %j',
    (conditions, limited, message) => {
      const [{ autoscaler: mapped }] = map({
        deployments: [deployment()],
        autoscalers: [autoscaler(conditions)],
      }).workloads;
      expect(mapped?.limited).toBe(limited);
      expect(mapped?.message).toBe(message);
    },
  );
});
