/** A name of a Kubernetes object (DNS subdomain, RFC 1123). */
const OBJECT_NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/** True for what Kubernetes takes for the name of an object; nothing else is ever sent upstream as one. */
export function isObjectName(text: string): boolean {
  return OBJECT_NAME.test(text);
}
