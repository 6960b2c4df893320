import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { EnvironmentState } from '@shopstack/plugin-delivery-common';
import type { EcrApi, EcrImage } from '@shopstack/plugin-ecr-common';
import type { SourceStatus } from '@shopstack/plugin-kit-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ecrApiRef, ecrDeliveryApiRef } from '../../apis';
import { ImagesContent } from './ImagesContent';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
};

const COMMIT = '4f2a9c1'.padEnd(40, '0');

const image = (digit: string, part: Partial<EcrImage> = {}): EcrImage => ({
  repository: 'shopstack-orders',
  registry: '123456789012.dkr.ecr.us-east-1.amazonaws.com',
  region: 'us-east-1',
  digest: `sha256:${digit.repeat(64)}`,
  tags: [COMMIT],
  sizeInBytes: 71_400_000,
  pushedAt: new Date(Date.now() - 120_000).toISOString(),
  scan: { status: 'PENDING' },
  pullCommand: `docker pull shopstack-orders@sha256:${digit.repeat(64)}`,
  consoleUrl: 'https://console.aws.amazon.com/ecr/shopstack-orders',
  ...part,
});

const OK: SourceStatus[] = [
  { source: 'amazon-ecr', state: 'ok', asOf: new Date().toISOString() },
];

function render(
  listImages: EcrApi['listImages'],
  environments: EnvironmentState[] | Error = [],
) {
  const getStrip = async () => {
    if (environments instanceof Error) throw environments;
    return { environments, sources: [] };
  };
  renderInTestApp(
    <EntityProvider entity={entity}>
      <ImagesContent />
    </EntityProvider>,
    {
      apis: [
        [ecrApiRef, { listImages }],
        [ecrDeliveryApiRef, { getStrip }],
      ],
    },
  );
}

const runs = (part: EnvironmentState['version']): EnvironmentState => ({
  environment: 'prod',
  basis: 'known',
  state: 'running',
  version: part,
});

describe('ImagesContent', () => {
  it('shows tag, digest, size, age and scan state of an image', async () => {
    render(async () => ({ items: [image('a')], sources: OK }));
    const row = (await screen.findAllByRole('row'))[1];
    expect(row).toHaveTextContent('4f2a9c1');
    expect(row).toHaveTextContent('sha256:aaaaaaaaaaaa');
    expect(row).toHaveTextContent('71.4 MB');
    expect(row).toHaveTextContent('2 min ago');
    expect(row).toHaveTextContent('Scan pending');
  });

  it('copies the pull command', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    render(async () => ({ items: [image('a')], sources: OK }));
    await user.click(
      await screen.findByRole('button', { name: 'Copy pull command' }),
    );
    expect(writeText).toHaveBeenCalledWith(image('a').pullCommand);
  });

  it('says which environment runs an image, by digest rather than tag', async () => {
    render(
      async () => ({ items: [image('a'), image('b')], sources: OK }),
      [runs({ digest: image('b').digest, tag: COMMIT, basis: 'known' })],
    );
    expect(
      await screen.findByRole('columnheader', { name: 'Runs in' }),
    ).toBeInTheDocument();
    const [, first, second] = screen.getAllByRole('row');
    expect(first).not.toHaveTextContent('prod');
    expect(second).toHaveTextContent('prod');
  });

  it('is whole without the delivery view', async () => {
    render(
      async () => ({ items: [image('a')], sources: OK }),
      new Error('503'),
    );
    const table = await screen.findByRole('table', { name: 'Images' });
    expect(
      within(table).queryByRole('columnheader', { name: 'Runs in' }),
    ).not.toBeInTheDocument();
  });

  it('folds the untagged images behind a button', async () => {
    const user = userEvent.setup();
    render(async () => ({
      items: [image('a'), image('b', { tags: [] })],
      sources: OK,
    }));
    expect(await screen.findAllByRole('rowheader')).toHaveLength(1);
    await user.click(
      screen.getByRole('button', { name: 'Show 1 untagged image' }),
    );
    expect(screen.getAllByRole('rowheader')).toHaveLength(2);
  });

  it('names the repository only when there are several', async () => {
    render(async () => ({
      items: [
        image('a'),
        image('b', { repository: 'shopstack-orders-worker' }),
      ],
      sources: OK,
    }));
    expect(
      await screen.findByText('shopstack-orders-worker'),
    ).toBeInTheDocument();
  });

  it('says that ECR is unavailable instead of that there is no image', async () => {
    render(async () => ({
      items: [],
      sources: [
        {
          source: 'amazon-ecr',
          instance: 'shopstack-orders',
          state: 'unavailable',
          since: new Date(Date.now() - 60_000).toISOString(),
          reason: 'ThrottlingException',
        },
      ],
    }));
    expect(
      await screen.findByText(/Amazon ECR \(shopstack-orders\) is unavailable/),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('No image has been pushed yet'),
    ).not.toBeInTheDocument();
  });
});
