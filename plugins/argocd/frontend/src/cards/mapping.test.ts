import { application } from '../__testUtils__/application';
import { toCardsApplication } from './mapping';

describe('toCardsApplication', () => {
  it('says what the cards read', () => {
    const mapped = toCardsApplication(
      application({
        operation: {
          phase: 'Running',
          startedAt: '2026-05-04T10:05:50.000Z',
        },
        conditions: [
          {
            type: 'ComparisonError',
            message: 'kustomize build failed',
            at: '2026-05-04T10:00:00.000Z',
          },
        ],
      }),
    );
    expect(mapped).toMatchObject({
      metadata: {
        name: 'orders-dev',
        namespace: 'argocd',
        instance: { name: 'shopstack' },
      },
      spec: { source: { path: 'apps/orders/overlays/dev' } },
      status: {
        sync: { status: 'Synced' },
        health: { status: 'Healthy' },
        operationState: {
          phase: 'Running',
          startedAt: '2026-05-04T10:05:50.000Z',
        },
        history: [
          {
            id: 1,
            revision: '5d17aa0',
            deployedAt: '2026-05-04T10:06:00.000Z',
          },
        ],
        conditions: [
          {
            type: 'ComparisonError',
            lastTransitionTime: '2026-05-04T10:00:00.000Z',
          },
        ],
        summary: { images: ['shopstack-orders:1'] },
      },
    });
  });

  it('leaves out what the cards would draw wrongly', () => {
    const { status } = toCardsApplication(application());
    expect(status.conditions).toBeUndefined();
    expect(status.operationState).toBeUndefined();
    expect(status.history?.[0].deployStartedAt).toBeUndefined();
  });
});
