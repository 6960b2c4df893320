import { environmentState } from './environmentState';
import { application, running } from './testing';

const unreleased = { images: [], history: [] };

describe('environmentState', () => {
  it.each([
    ['all pods ready', {}, running(), 'running'],
    ['pods not read', {}, undefined, 'running'],
    ['some pods ready', {}, running({ ready: 1 }), 'progressing'],
    ['scaled to zero', {}, running({ desired: 0, ready: 0 }), 'running'],
    [
      'degraded',
      { health: { status: 'Degraded' as const } },
      running({ ready: 0 }),
      'degraded',
    ],
    [
      'rolling out',
      { health: { status: 'Progressing' as const } },
      running(),
      'progressing',
    ],
    [
      'missing while it syncs',
      {
        health: { status: 'Missing' as const },
        operation: { phase: 'Running' as const },
      },
      undefined,
      'progressing',
    ],
    [
      'missing otherwise',
      { health: { status: 'Missing' as const } },
      undefined,
      'degraded',
    ],
    [
      'health that Argo CD does not know',
      { health: { status: 'Unknown' as const } },
      running(),
      'unknown',
    ],
    [
      'the tag of the first deployment',
      unreleased,
      running({ image: 'r/shopstack-cart:unreleased', desired: 0, ready: 0 }),
      'not-promoted',
    ],
    [
      'the first deployment, even degraded',
      { ...unreleased, health: { status: 'Degraded' as const } },
      running({ image: 'r/shopstack-cart:unreleased' }),
      'not-promoted',
    ],
    ['no image and no release ever', unreleased, undefined, 'not-promoted'],
    [
      'a sync that landed on the release of another service',
      {
        images: [],
        history: [
          {
            id: 1,
            revision: 'c'.repeat(40),
            deployedAt: '2026-11-20T09:00:00Z',
            message: 'chore: bump order image to 1234567 in dev',
            reference: { sha: '1234567' },
          },
        ],
      },
      undefined,
      'not-promoted',
    ],
    [
      'an image by digest alone',
      unreleased,
      running({ image: `r/shopstack-cart@sha256:${'a'.repeat(64)}` }),
      'running',
    ],
    ['no image now, but a release once', { images: [] }, undefined, 'running'],
  ])('%s', (_, changes, pods, expected) => {
    expect(environmentState(application(changes), pods).state).toBe(expected);
  });

  it('says why', () => {
    const broken = application({
      health: { status: 'Unknown' },
      conditions: [
        { type: 'ComparisonError', message: 'app path does not exist' },
      ],
    });
    expect(environmentState(broken, undefined)).toEqual({
      state: 'unknown',
      reason: 'app path does not exist',
    });
    expect(environmentState(application(), running({ ready: 1 })).reason).toBe(
      '1 of 2 pods are ready',
    );
    const crashing = running({ ready: 0, trouble: 'CrashLoopBackOff' });
    expect(environmentState(application(), crashing).reason).toBe(
      '0 of 2 pods are ready: CrashLoopBackOff',
    );
  });
});
