import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type { EndpointConfig } from '../../config';
import { AwsSigner } from './AwsSigner';
import type { OutgoingRequest } from './sendRequest';

/** Proves to an API who the portal is. */
export interface Authenticator {
  /** Headers to add to one request, which is sent exactly as it is given. */
  headersFor(request: OutgoingRequest): Promise<Record<string, string>>;
  /** After the API refused them. */
  forget(): void;
}

/** What proves the portal's identity as configured. A client certificate is the connection's, not a header. */
export function createAuthenticator(options: {
  upstream: string;
  config: EndpointConfig;
  timeoutMs: number;
  aws?: () => AwsCredentialsManager;
}): Authenticator {
  const { authentication } = options.config;
  switch (authentication.type) {
    case 'bearer':
      return fixed({ Authorization: `Bearer ${authentication.token}` });
    case 'basic': {
      const { username, password } = authentication;
      const pair = Buffer.from(`${username}:${password}`).toString('base64');
      return fixed({ Authorization: `Basic ${pair}` });
    }
    case 'sigv4':
      return new AwsSigner({ ...options, authentication });
    default:
      return fixed({});
  }
}

function fixed(headers: Record<string, string>): Authenticator {
  return { headersFor: async () => headers, forget: () => {} };
}
