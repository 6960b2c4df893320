import { ResponseError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type {
  OperationsApi,
  ServiceSecret,
  ServiceSecrets,
} from '@shopstack/plugin-operations-common';
import { screen, within } from '@testing-library/react';
import { operationsApiRef } from '../../apis';
import { SecretsCard } from './SecretsCard';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'cart', namespace: 'default' },
};
const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000 - 60_000).toISOString();
const secret = (
  name: string,
  changes: Partial<ServiceSecret>,
): ServiceSecret => ({
  name,
  arn: `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}`,
  accountId: '123456789012',
  region: 'eu-west-1',
  rotationEnabled: false,
  stale: false,
  consoleUrl: `https://console.example/?name=${name}`,
  ...changes,
});
const created = daysAgo(120);
const secrets: ServiceSecrets = {
  staleAfterDays: 90,
  items: [
    secret('shop/prod/cart', {
      environment: 'prod',
      createdAt: created,
      lastChangedAt: created,
      ageDays: 120,
      stale: true,
    }),
    secret('shop/dev/cart', {
      environment: 'dev',
      createdAt: created,
      lastRotatedAt: daysAgo(12),
      ageDays: 12,
      rotationEnabled: true,
      rotateEveryDays: 30,
    }),
    secret('other', {}),
  ],
  sources: [
    {
      source: 'aws-secrets-manager',
      state: 'ok',
      asOf: new Date().toISOString(),
    },
  ],
};

function render(listSecrets: OperationsApi['listSecrets']) {
  renderInTestApp(
    <EntityProvider entity={entity}>
      <SecretsCard />
    </EntityProvider>,
    { apis: [[operationsApiRef, { listSecrets } as OperationsApi]] },
  );
}

describe('SecretsCard', () => {
  it('shows name, age and rotation, and marks in words what is too old', async () => {
    render(async () => secrets);
    const table = await screen.findByRole('table', { name: 'Secrets by age' });
    const row = (name: RegExp) =>
      within(table).getByRole('rowheader', { name }).closest('tr')!;
    const prod = row(/shop\/prod\/cart/);
    expect(prod).toHaveTextContent('created 120 d ago');
    expect(prod).toHaveTextContent('Unchanged for more than 90 days');
    expect(prod).toHaveTextContent('by hand');
    const dev = row(/shop\/dev\/cart/);
    expect(dev).toHaveTextContent('rotated 12 d ago');
    expect(dev).toHaveTextContent('every 30 days');
    expect(dev).not.toHaveTextContent('Unchanged');
    expect(row(/other/)).toHaveTextContent('not known');
    expect(
      within(dev).getByRole('link', {
        name: 'shop/dev/cart in the AWS console (opens a new tab)',
      }),
    ).toHaveAttribute('href', 'https://console.example/?name=shop/dev/cart');
  });

  it('says how secrets are found when there are none', async () => {
    render(async () => ({ ...secrets, items: [] }));
    expect(
      await screen.findByText('No secrets of this service were found'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/shopstack.dev\/secret-tags: service=cart/),
    ).toBeInTheDocument();
  });

  it('never says that there are none while AWS is silent', async () => {
    render(async () => ({
      ...secrets,
      items: [],
      sources: [
        {
          source: 'aws-secrets-manager',
          instance: '123456789012/eu-west-1',
          state: 'unavailable',
          reason: 'AWS Secrets Manager does not answer in time',
        },
      ],
    }));
    expect(
      await screen.findByText(/does not answer in time/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/No secrets/)).not.toBeInTheDocument();
  });

  it('repeats what the entity has to say, and takes it for no failure', async () => {
    const message = "component:default/cart has no annotation 'a' or 'b'";
    const error = await ResponseError.fromResponse(
      new Response(
        JSON.stringify({
          error: { name: 'InputError', message },
          response: { statusCode: 400 },
        }),
        { status: 400, headers: { 'content-type': 'application/json' } },
      ) as Parameters<typeof ResponseError.fromResponse>[0],
    );
    render(async () => {
      throw error;
    });
    expect(await screen.findByText(message)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says so when our own backend fails', async () => {
    render(async () => {
      throw new Error('Request failed with 500');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The secrets could not be read',
    );
  });
});
