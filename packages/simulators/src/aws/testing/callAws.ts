import { ACCESS_KEY_ID } from '../account';

/** What a signed request carries; the signature itself is not computed again. */
export function signedBy(key: string, service: string): string {
  return `AWS4-HMAC-SHA256 Credential=${key}/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`;
}

/** Calls an operation of the JSON protocol, for services whose SDK is not installed here. */
export async function callAws(
  url: string,
  options: { service: string; target: string; input: object; key?: string },
): Promise<any> {
  const { service, target, input, key = ACCESS_KEY_ID } = options;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: signedBy(key, service),
      'x-amz-target': target,
      'content-type': 'application/x-amz-json-1.1',
    },
    body: JSON.stringify(input),
  });
  return await response.json();
}
