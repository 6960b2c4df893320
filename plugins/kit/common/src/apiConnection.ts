import { ResponseError } from '@backstage/errors';

/** What a client of our own APIs needs; the frontend's and the backend's services both fit. */
export interface ApiConnection {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/** Options of every request of our API clients. */
export interface ApiRequestOptions {
  /** Backend only: the token of a request made on behalf of somebody. In the app `fetchApi` adds the credentials. */
  token?: string;
  signal?: AbortSignal;
}

/**
 * Asks one of our own backends and answers its JSON.
 *
 * @throws ResponseError for every status but 2xx; `cause.name` tells the kind, `statusCode` the status.
 */
export async function requestJson<T>(
  connection: ApiConnection,
  request: { pluginId: string; path: string; method?: string; body?: unknown },
  options: ApiRequestOptions = {},
): Promise<T> {
  const baseUrl = await connection.discoveryApi.getBaseUrl(request.pluginId);
  const response = await connection.fetchApi.fetch(
    `${baseUrl}${request.path}`,
    {
      method: request.method ?? 'GET',
      headers: {
        Accept: 'application/json',
        ...(request.body !== undefined && {
          'Content-Type': 'application/json',
        }),
        ...(options.token && { Authorization: `Bearer ${options.token}` }),
      },
      body:
        request.body !== undefined ? JSON.stringify(request.body) : undefined,
      signal: options.signal,
    },
  );
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return (await response.json()) as T;
}
