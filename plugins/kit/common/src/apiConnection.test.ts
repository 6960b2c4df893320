import { requestJson } from './apiConnection';

const connection = (fetch: jest.Mock) => ({
  discoveryApi: { getBaseUrl: async (id: string) => `http://portal/api/${id}` },
  fetchApi: { fetch },
});

describe('requestJson', () => {
  it('asks below the base URL of the plugin, with the token it is given', async () => {
    const fetch = jest.fn().mockResolvedValue(Response.json({ items: [] }));

    await expect(
      requestJson(
        connection(fetch),
        { pluginId: 'ecr', path: '/v1/x' },
        { token: 'abc' },
      ),
    ).resolves.toEqual({ items: [] });

    expect(fetch).toHaveBeenCalledWith(
      'http://portal/api/ecr/v1/x',
      expect.objectContaining({
        method: 'GET',
        headers: expect.objectContaining({ Authorization: 'Bearer abc' }),
      }),
    );
  });

  it('sends no authorization of its own in the app', async () => {
    const fetch = jest.fn().mockResolvedValue(Response.json({}));
    await requestJson(connection(fetch), { pluginId: 'ecr', path: '/v1/x' });
    expect(fetch.mock.calls[0][1].headers).not.toHaveProperty('Authorization');
  });

  it('throws what the backend said', async () => {
    const body = {
      error: { name: 'NotFoundError', message: 'No entity' },
      response: { statusCode: 404 },
    };
    const fetch = jest
      .fn()
      .mockResolvedValue(Response.json(body, { status: 404 }));

    await expect(
      requestJson(connection(fetch), { pluginId: 'ecr', path: '/v1/x' }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: { name: 'NotFoundError', message: 'No entity' },
    });
  });
});
