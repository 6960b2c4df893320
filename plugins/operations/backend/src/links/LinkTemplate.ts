import { InputError } from '@backstage/errors';
import type {
  LinkKind,
  ServiceLink,
} from '@shopstack/plugin-operations-common';

/** What stands for a part of the identity in a template, as `{{service}}`. */
export const PLACEHOLDERS = [
  'service',
  'environment',
  'namespace',
  'cluster',
  'name',
  'team',
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What is known of one environment of a service; what is not known is absent. */
export type LinkIdentity = Partial<Record<Placeholder, string>>;

const MARK = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** A link that is filled in for each environment of each service. */
export class LinkTemplate {
  readonly #kind: LinkKind;
  readonly #title: string;
  readonly #url: string;
  readonly #environments?: readonly string[];

  /** @throws InputError when it could never make a safe address; for the start, so that nobody finds out by clicking. */
  constructor(options: {
    kind: LinkKind;
    title: string;
    url: string;
    environments?: readonly string[];
  }) {
    this.#kind = options.kind;
    this.#title = options.title;
    this.#url = options.url;
    this.#environments = options.environments;
    check(options.title, options.url);
  }

  /** The link, or undefined where it is not for this environment, or a part of the identity that it needs is not known. */
  fill(identity: LinkIdentity): ServiceLink | undefined {
    const { environment } = identity;
    if (
      this.#environments &&
      !(environment && this.#environments.includes(environment))
    ) {
      return undefined;
    }
    let complete = true;
    const url = this.#url.replace(MARK, (_, name: Placeholder) => {
      const value = identity[name];
      // A value of dots alone would be a step in the path, encoded or not.
      complete &&= Boolean(value) && !/^\.+$/.test(value!);
      return encodeURIComponent(value ?? '');
    });
    return complete
      ? { kind: this.#kind, title: this.#title, url: new URL(url).href }
      : undefined;
  }
}

function check(title: string, template: string): void {
  const named = `The link '${title}' in operations.links`;
  for (const [, name] of template.matchAll(MARK)) {
    if (!(PLACEHOLDERS as readonly string[]).includes(name)) {
      throw new InputError(
        `${named} has the unknown placeholder '{{${name}}}'; known are ${PLACEHOLDERS.join(', ')}`,
      );
    }
  }
  const rest = template.replace(MARK, 'x');
  if (/[{}]{2}/.test(rest)) {
    throw new InputError(`${named} has a placeholder that does not end`);
  }
  if (!URL.canParse(rest) || !/^https?:$/.test(new URL(rest).protocol)) {
    throw new InputError(`${named} is no http or https address`);
  }
  // What comes from annotations and labels must not choose where people are sent to.
  const origin = /^https?:\/\/[^/?#]*/i.exec(template)?.[0] ?? '';
  if (origin.includes('{{') || new URL(rest).username) {
    throw new InputError(
      `${named} may have placeholders only after its host, and no credentials`,
    );
  }
}
