import { faultError, UpstreamError } from '@shopstack/plugin-kit-node';

/** Codes of Node for alerts of a server that does not take the portal's certificate, or wants one. */
const CERTIFICATE_REFUSED =
  /^ERR_SSL_.*ALERT_(ACCESS_DENIED|BAD_CERTIFICATE|CERTIFICATE_|HANDSHAKE_FAILURE|UNKNOWN_CA|UNSUPPORTED_CERTIFICATE)/;

/** Codes of Node for a certificate of the server that cannot be trusted. */
const SERVER_NOT_TRUSTED =
  /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH)/;

/**
 * Names what fails below HTTP because of certificates, since those who configure them cannot see it from
 * "cannot be reached". Any other error is answered as it is.
 */
export function nameTlsFault(upstream: string, error: unknown): unknown {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') {
    return error;
  }
  if (CERTIFICATE_REFUSED.test(code)) {
    return new UpstreamError(
      'credentials-refused',
      `${upstream} refuses the portal's certificate, or wants one`,
      { upstream, cause: error },
    );
  }
  if (SERVER_NOT_TRUSTED.test(code)) {
    return new UpstreamError(
      'unreachable',
      `${upstream} cannot be reached: the portal does not trust its certificate (${code})`,
      { upstream, cause: error },
    );
  }
  return /^(ERR_SSL_|ERR_TLS_|EPROTO$)/.test(code)
    ? faultError('unreachable', upstream, error)
    : error;
}
