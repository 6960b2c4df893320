import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { entityReference } from './entityReference';
import { freeText } from './freeText';
import { serviceName } from './serviceName';

/** Environments in the order in which a change travels. */
export const ENVIRONMENTS = ['dev', 'staging', 'prod'] as const;

/** Runtimes that a skeleton exists for. */
export const RUNTIMES = ['node-express'] as const;

/** A closed choice that says which values it knows when it refuses one. */
function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, {
    error: issue =>
      issue.input === undefined
        ? 'is missing'
        : `must be ${values.join(' or ')}, not ${JSON.stringify(issue.input)}`,
  });
}

/** The values of create-service. Only the first five and `environments` have to be given. */
export const createServiceParametersSchema = z
  .strictObject({
    name: serviceName,
    owner: entityReference('group', 'user'),
    system: entityReference('system'),
    description: freeText({ maximum: 300 }),
    runtime: choice(RUNTIMES),
    environments: z
      .array(choice(ENVIRONMENTS))
      .min(1, 'must name at least one environment')
      .transform(chosen => ENVIRONMENTS.filter(name => chosen.includes(name))),
    title: freeText({ maximum: 80 }).optional(),
    dependencies: z
      .array(z.string())
      .max(0, 'must be empty: no dependency can be added yet')
      .default([]),
    pipeline: choice(['github-actions']).default('github-actions'),
    rollout: choice(['rolling']).default('rolling'),
    exposure: choice(['internal']).default('internal'),
  })
  .transform(values => ({
    ...values,
    title: values.title ?? titleOf(values.name),
  }));

export type CreateServiceParameters = z.output<
  typeof createServiceParametersSchema
>;

/**
 * Checks the values of create-service and fills in the defaults.
 *
 * @throws InputError naming every field that cannot be used, and why.
 */
export function parseCreateServiceParameters(
  values: unknown,
): CreateServiceParameters {
  const result = createServiceParametersSchema.safeParse(dropAbsent(values));
  if (result.success) {
    return result.data;
  }
  const reasons = result.error.issues.map(issue => {
    if (issue.code === 'unrecognized_keys') {
      return `${issue.keys.join(', ')}: no such parameter`;
    }
    const field = issue.path.join('.') || 'values';
    return `${field}: ${reasonOf(issue)}`;
  });
  throw new InputError(reasons.join('; '));
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type') {
    return issue.message;
  }
  return issue.input === undefined && /undefined/.test(issue.message)
    ? 'is missing'
    : `must be ${issue.expected === 'array' ? 'a list' : `a ${issue.expected}`}`;
}

/** A form sends empty optional fields as null or ''; that is absent, not wrong. */
function dropAbsent(values: unknown): unknown {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    return values;
  }
  return Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) =>
        value !== undefined &&
        value !== null &&
        !(key === 'title' && value === ''),
    ),
  );
}

function titleOf(name: string): string {
  const words = name.split('-').join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
