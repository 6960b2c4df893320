import { ECR_SEVERITIES, type EcrSeverity } from '@shopstack/plugin-ecr-common';

/** The severity of that name; `UNDEFINED` for one that the portal does not know. */
export function toSeverity(name: string | undefined): EcrSeverity {
  const upper = name?.toUpperCase();
  return ECR_SEVERITIES.find(severity => severity === upper) ?? 'UNDEFINED';
}
