import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { EnvironmentState } from '@shopstack/plugin-delivery-common';
import { screen } from '@testing-library/react';
import { answer } from './answer';
import { deliveryTranslationRef } from './translation';

const Answer = ({ environments }: { environments: EnvironmentState[] }) => {
  const { t } = useTranslationRef(deliveryTranslationRef);
  return <p>{answer(t, 'Orders', environments)}</p>;
};

const state = (
  environment: string,
  name: EnvironmentState['state'],
  commit?: string,
): EnvironmentState => ({
  environment,
  basis: 'known',
  state: name,
  version: commit ? { commit, basis: 'known' } : undefined,
});

const OLD = '4f2a9c1'.padEnd(40, '0');
const NEW = '9be01d2'.padEnd(40, '0');

describe('answer', () => {
  it.each<[string, EnvironmentState[], string]>([
    [
      'begins with the environment that matters most',
      [
        state('dev', 'progressing', NEW),
        state('staging', 'running', OLD),
        state('prod', 'running', OLD),
      ],
      'prod runs 4f2a9c1; staging runs the same; dev is moving to 9be01d2.',
    ],
    [
      'puts what is scaled to zero behind what runs',
      [
        state('prod', 'running', OLD),
        {
          ...state('dr', 'running', NEW),
          pods: { ready: 0, desired: 0, restarts: 0 },
        },
      ],
      'prod runs 4f2a9c1; scaled to zero: dr.',
    ],
    [
      'says what is degraded, and where a release has not come yet',
      [
        state('dev', 'degraded', NEW),
        state('staging', 'not-promoted'),
        state('prod', 'not-promoted'),
      ],
      'dev is degraded on 9be01d2; not promoted yet: staging, prod.',
    ],
    [
      'does not call an unreleased service broken',
      [state('dev', 'not-promoted'), state('prod', 'not-promoted')],
      'Orders is not released yet: no environment runs it.',
    ],
    [
      'admits what it cannot tell',
      [state('dev', 'running'), state('prod', 'unknown')],
      'dev runs; cannot be told now: prod.',
    ],
  ])('%s', async (_name, environments, text) => {
    renderInTestApp(<Answer environments={environments} />);
    expect(await screen.findByText(text)).toBeInTheDocument();
  });
});
