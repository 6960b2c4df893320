import { z } from 'zod';

/** So that `<service>-<environment>` stays a namespace, which may have 63 characters. */
export const SERVICE_NAME_MAXIMUM = 40;

const DNS_1123_LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** Folders and namespaces that belong to the platform. */
const RESERVED = new Set([
  'argocd',
  'base',
  'business',
  'default',
  'infra',
  'infrastructure',
  'monitoring',
  'overlays',
  'root',
  'shopstack',
]);

/** Why a text cannot be the name of a service, or undefined when it can. */
export function refuseServiceName(name: string): string | undefined {
  if (name === '') {
    return 'must not be empty';
  }
  if (name.length > SERVICE_NAME_MAXIMUM) {
    return `must have at most ${SERVICE_NAME_MAXIMUM} characters`;
  }
  if (!DNS_1123_LABEL.test(name)) {
    return 'must be a DNS-1123 label: small letters, digits and dashes, beginning and ending with a letter or a digit';
  }
  if (/^\d/.test(name)) {
    return 'must begin with a letter: a Kubernetes Service and a Terraform module bear the name';
  }
  if (RESERVED.has(name) || name.startsWith('kube-')) {
    return `must not be "${name}", which belongs to the platform`;
  }
  return undefined;
}

/** The name of a service: a DNS-1123 label that begins with a letter and is not reserved. */
export const serviceName = z.string().superRefine((name, context) => {
  const reason = refuseServiceName(name);
  if (reason) {
    context.addIssue({ code: 'custom', message: reason });
  }
});
