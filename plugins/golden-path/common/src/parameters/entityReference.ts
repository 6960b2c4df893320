import { z } from 'zod';

const PART = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/i;

/**
 * A catalog entity reference, written in full (`group:default/team-checkout`) once parsed. Kind and namespace may be
 * left out: the first of `kinds` and `default` stand in.
 */
export function entityReference(...kinds: [string, ...string[]]) {
  return z.string().transform((text, context) => {
    const match = text.trim().match(/^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/);
    const [, kind = kinds[0], namespace = 'default', name = ''] = match ?? [];
    if (![kind, namespace, name].every(part => PART.test(part))) {
      context.addIssue({
        code: 'custom',
        message: `must be an entity reference such as ${kinds[0]}:default/name`,
      });
      return z.NEVER;
    }
    if (!kinds.includes(kind.toLowerCase())) {
      context.addIssue({
        code: 'custom',
        message: `must be a ${kinds.join(' or a ')}, not a ${kind.toLowerCase()}`,
      });
      return z.NEVER;
    }
    return `${kind.toLowerCase()}:${namespace.toLowerCase()}/${name}`;
  });
}
