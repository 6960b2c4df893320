import { screen, within } from '@testing-library/react';
import type { EcrImageDetails } from '@shopstack/plugin-ecr-common';
import type { SourceStatus } from '@shopstack/plugin-kit-common';
import { formatImageId } from '../../imageId';
import {
  digestOf,
  exampleDetails,
  exampleImage,
  OK,
} from '../../__testUtils__/examples';
import { renderImages } from '../../__testUtils__/renderImages';

async function open(
  part: Partial<EcrImageDetails> | undefined,
  sources: SourceStatus[] = OK,
) {
  renderImages(
    {
      getImageDetails: async () => ({
        items: part ? [exampleDetails(exampleImage('a'), part)] : [],
        sources,
      }),
    },
    {
      at: `?${new URLSearchParams({ image: formatImageId(exampleImage('a')) })}`,
    },
  );
  return within(await screen.findByRole('dialog'));
}

describe('what vouches for an image', () => {
  it('lists what refers to it', async () => {
    const drawer = await open({
      referrers: [
        {
          digest: digestOf('b'),
          kind: 'sbom',
          artifactType: 'application/spdx+json',
          sizeInBytes: 12_000,
        },
      ],
    });
    const table = await drawer.findByRole('table', { name: /Signatures/ });
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent(
      /Bill of materials.*application\/spdx\+json.*sha256:bbbbbbbbbbbb.*12\.0 kB/,
    );
  });

  it('says that there is nothing only when the registry says so', async () => {
    const drawer = await open({});
    expect(
      await drawer.findByText(/No signature, bill of materials or attestation/),
    ).toBeInTheDocument();
  });

  it.each([[{}], [undefined]])(
    'does not take unreadable for none (%p)',
    async part => {
      const drawer = await open(part, [
        { source: 'amazon-ecr', instance: 'referrers', state: 'unavailable' },
      ]);
      expect(await drawer.findByText(/cannot be read now/)).toBeInTheDocument();
      expect(
        drawer.queryByText(/No signature, bill of materials/),
      ).not.toBeInTheDocument();
    },
  );

  it('tells the verdict of a signing profile', async () => {
    const drawer = await open({
      signing: [{ status: 'FAILED', profile: 'release', reason: 'expired' }],
    });
    expect(await drawer.findByText('Signing failed')).toBeInTheDocument();
    expect(drawer.getByText('signing profile release')).toBeInTheDocument();
    expect(drawer.getByText('expired')).toBeInTheDocument();
  });

  it('lists the platforms of an index', async () => {
    const drawer = await open({
      children: [
        { digest: digestOf('c'), platform: 'linux/arm64/v8' },
        { digest: digestOf('d') },
      ],
    });
    const table = await drawer.findByRole('table', { name: 'Platforms' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('linux/arm64/v8');
    expect(second).toHaveTextContent('attestation');
  });
});
