import { UpstreamError } from '@shopstack/plugin-kit-node';

/** Why something could not be read, safe to show: the message of any other error may hold anything. */
export function reasonOf(error: unknown): string {
  return error instanceof UpstreamError
    ? error.message
    : 'The portal could not read it; its log tells why';
}
