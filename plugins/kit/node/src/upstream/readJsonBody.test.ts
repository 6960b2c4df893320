import { readJsonBody } from './readJsonBody';

describe('readJsonBody', () => {
  it('reads JSON', async () => {
    await expect(
      readJsonBody('Argo CD', Response.json({ a: 'ü' })),
    ).resolves.toEqual({ a: 'ü' });
  });

  it.each([
    ['no JSON', new Response('<html>')],
    ['nothing', new Response('')],
    ['too much', Response.json('x'.repeat(100))],
  ])('does not understand %s', async (_, response) => {
    await expect(readJsonBody('Argo CD', response, 50)).rejects.toMatchObject({
      fault: 'malformed',
    });
  });
});
