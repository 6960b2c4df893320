import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

/** Calls the routes of other plugins with the credentials of this plugin. */
export class PluginCaller {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /**
   * @param path below the plugin's base address, with every segment encoded
   * @throws ResponseError for any status but 2xx
   */
  async call(
    pluginId: string,
    path: string,
    init: { method?: 'GET' | 'POST'; signal: AbortSignal },
  ): Promise<string> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: pluginId,
    });
    const response = await fetch(
      `${await this.#discovery.getBaseUrl(pluginId)}/${path}`,
      { ...init, headers: { authorization: `Bearer ${token}` } },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.text();
  }
}
