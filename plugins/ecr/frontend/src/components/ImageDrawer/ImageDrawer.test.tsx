import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { formatImageId } from '../../imageId';
import {
  COMMIT,
  digestOf,
  exampleDetails,
  exampleFinding,
  exampleFindings,
  exampleImage,
  OK,
} from '../../__testUtils__/examples';
import { refusal } from '../../__testUtils__/refusal';
import { address, renderImages } from '../../__testUtils__/renderImages';

const AT_IMAGE = `?${new URLSearchParams({
  image: formatImageId(exampleImage('a')),
})}`;

const FINDINGS = [
  exampleFinding('CVE-2026-1', { severity: 'CRITICAL', fixedIn: '3.0.2' }),
  exampleFinding('CVE-2026-2', { packageName: 'zlib', url: undefined }),
  exampleFinding('CVE-2026-3', { severity: 'LOW', score: undefined }),
];

const drawer = () => screen.findByRole('dialog', { name: /^Image/ });

describe('an open image', () => {
  it('opens from a link although it is not among the rows', async () => {
    renderImages(
      {
        listImages: async () => ({ items: [], total: 0, sources: OK }),
        getImageDetails: async () => ({
          items: [
            exampleDetails(exampleImage('a', { runningIn: ['staging'] }), {
              commit: COMMIT,
            }),
          ],
          sources: OK,
        }),
      },
      { at: AT_IMAGE },
    );
    const open = within(await drawer());
    expect(await open.findByText('staging')).toBeInTheDocument();
    expect(
      await open.findByRole('button', { name: 'Copy commit' }),
    ).toBeInTheDocument();
    expect(open.getByText(digestOf('a'))).toBeInTheDocument();
  });

  it('shows what the row knows while the details are under way', async () => {
    renderImages(
      {
        getImageDetails: () => new Promise(() => {}),
        listFindings: () => new Promise(() => {}),
      },
      { at: AT_IMAGE },
    );
    const open = within(await drawer());
    expect(await open.findByText('71.4 MB')).toBeInTheDocument();
    expect(
      open.getByRole('status', { name: 'Loading findings' }),
    ).toBeInTheDocument();
  });

  it('closes with Escape, and the address forgets it', async () => {
    const user = userEvent.setup();
    renderImages({}, { at: `${AT_IMAGE}&running=true&finding=zlib` });
    await drawer();
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(Object.fromEntries(address())).toEqual({ running: 'true' });
  });

  it('opens by the keyboard, and gives the focus back', async () => {
    const user = userEvent.setup();
    renderImages();
    const link = await screen.findByRole('link', {
      name: `Open image ${COMMIT}`,
    });
    link.focus();
    await user.keyboard('{Enter}');
    expect(await drawer()).toContainElement(
      document.activeElement as HTMLElement,
    );
    expect(address().get('image')).toBe(formatImageId(exampleImage('a')));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(link).toHaveFocus());
  });

  it('lists the findings in their order, with link, package, fix and score', async () => {
    renderImages(
      { listFindings: async () => exampleFindings(FINDINGS) },
      { at: AT_IMAGE },
    );
    const table = await within(await drawer()).findByRole('table', {
      name: 'Findings',
    });
    const [, first, second, third] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent(/Critical.*CVE-2026-1.*openssl.*3\.0\.1/);
    expect(first).toHaveTextContent(/Fixed in 3\.0\.2.*7\.5/);
    expect(
      within(first).getByRole('link', { name: /CVE-2026-1/ }),
    ).toHaveAttribute('href', 'https://nvd.nist.gov/vuln/detail/CVE-2026-1');
    expect(second).toHaveTextContent(/High.*CVE-2026-2.*zlib.*No fix known/);
    expect(within(second).queryByRole('link')).not.toBeInTheDocument();
    expect(third).toHaveTextContent(/Low.*CVE-2026-3/);
  });

  it('never makes a link of what is no web address', async () => {
    renderImages(
      {
        listFindings: async () =>
          exampleFindings([
            // eslint-disable-next-line no-script-url
            exampleFinding('CVE-2026-1', { url: 'javascript:alert(1)' }),
          ]),
      },
      { at: AT_IMAGE },
    );
    const table = await screen.findByRole('table', { name: 'Findings' });
    expect(within(table).queryByRole('link')).not.toBeInTheDocument();
  });

  it('opens a finding to what the scanner says of it', async () => {
    const user = userEvent.setup();
    renderImages(
      { listFindings: async () => exampleFindings(FINDINGS) },
      { at: AT_IMAGE },
    );
    await user.click(
      await screen.findByRole('button', { name: 'Show details of CVE-2026-1' }),
    );
    expect(
      screen.getByText('A crafted message ends the process.'),
    ).toBeInTheDocument();
  });

  it('searches and filters the findings, in the address too', async () => {
    const user = userEvent.setup();
    renderImages(
      { listFindings: async () => exampleFindings(FINDINGS) },
      { at: AT_IMAGE },
    );
    const open = within(await drawer());
    await user.type(
      await open.findByRole('searchbox', { name: 'Search findings' }),
      'zlib',
    );
    expect(await open.findByText('1 of 3 findings')).toBeInTheDocument();
    expect(open.queryByText('CVE-2026-1')).not.toBeInTheDocument();
    expect(address().get('finding')).toBe('zlib');
  });

  it('takes the filter of the findings from the address', async () => {
    renderImages(
      { listFindings: async () => exampleFindings(FINDINGS) },
      { at: `${AT_IMAGE}&findingSeverity=CRITICAL` },
    );
    const open = within(await drawer());
    expect(await open.findByText('1 of 3 findings')).toBeInTheDocument();
  });

  it('says that it does not have all findings', async () => {
    renderImages(
      {
        listFindings: async () =>
          exampleFindings(FINDINGS, { total: 1_812, truncated: true }),
      },
      { at: AT_IMAGE },
    );
    expect(
      await screen.findByText(/Only 3 of 1,812 findings are read here/),
    ).toBeInTheDocument();
  });

  it('copies the findings as CSV', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    renderImages(
      { listFindings: async () => exampleFindings(FINDINGS) },
      { at: AT_IMAGE },
    );
    await user.click(
      await screen.findByRole('button', { name: 'Copy findings as CSV' }),
    );
    const csv = writeText.mock.calls[0][0];
    expect(csv.split('\r\n')).toHaveLength(4);
    expect(csv).toContain('"CRITICAL","CVE-2026-1","openssl"');
  });

  it('calls clean only what was scanned', async () => {
    renderImages(
      {
        listFindings: async () =>
          exampleFindings([], { scan: { status: 'COMPLETE', counts: {} } }),
      },
      { at: AT_IMAGE },
    );
    expect(await screen.findByText('Nothing was found')).toBeInTheDocument();
  });

  it.each([
    ['PENDING', 'scan pending'],
    ['FAILED', 'scan failed'],
    ['UNSUPPORTED_IMAGE', 'unsupported'],
    ['NOT_READ', 'not read yet'],
  ] as const)('says of %s that there is no result', async (status, words) => {
    renderImages(
      {
        listFindings: async () =>
          exampleFindings([], { scan: { status, reason: 'UnsupportedOS' } }),
      },
      { at: AT_IMAGE },
    );
    expect(
      await screen.findByText(`There is no result to show: ${words}`),
    ).toBeInTheDocument();
    expect(screen.queryByText('Nothing was found')).not.toBeInTheDocument();
    expect(screen.getAllByText(/UnsupportedOS/).length).toBeGreaterThan(0);
  });

  it('does not take findings that cannot be read for none', async () => {
    renderImages(
      {
        listFindings: async () =>
          exampleFindings([], {
            scan: { status: 'NOT_READ' },
            sources: [{ source: 'amazon-ecr', state: 'unavailable' }],
          }),
      },
      { at: AT_IMAGE },
    );
    const open = within(await drawer());
    expect(
      await open.findByText('Amazon ECR is unavailable'),
    ).toBeInTheDocument();
    expect(open.queryByText('Nothing was found')).not.toBeInTheDocument();
  });

  it('keeps what the list knew where nothing more can be read', async () => {
    const down = (instance: string) =>
      ({ source: 'amazon-ecr', instance, state: 'unavailable' }) as const;
    const image = exampleImage('a', {
      scan: { status: 'COMPLETE', counts: { CRITICAL: 1 } },
    });
    renderImages(
      {
        listImages: async () => ({ items: [image], total: 1, sources: OK }),
        getImageDetails: async () => ({
          items: [exampleDetails(image)],
          sources: [...OK, down('manifest'), down('referrers')],
        }),
        listFindings: async () =>
          exampleFindings([], {
            scan: { status: 'NOT_READ' },
            sources: [down('findings')],
          }),
      },
      { at: AT_IMAGE },
    );
    const open = within(await drawer());
    expect(
      await open.findByText('Amazon ECR (findings) is unavailable'),
    ).toBeInTheDocument();
    expect(open.getByRole('img', { name: '1 critical' })).toBeInTheDocument();
    expect(open.getByText('Commit').parentElement).toHaveTextContent(
      'not known',
    );
    expect(open.getAllByText('Amazon ECR is unavailable')).toHaveLength(1);
  });

  it('says that an image is gone', async () => {
    const error = await refusal(404, 'NotFoundError', 'No such image');
    const refuse = async () => {
      throw error;
    };
    renderImages(
      { getImageDetails: refuse, listFindings: refuse },
      { at: AT_IMAGE },
    );
    expect(
      await screen.findByText('This image is not in the repository any more'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
