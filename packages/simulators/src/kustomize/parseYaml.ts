import { parseAllDocuments, type ScalarTag } from 'yaml';

/** Kubernetes tools read `0644` as octal, as YAML 1.1 did; the rest of the scalars are those of YAML 1.2. */
const octal: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^[-+]?0[0-7]+$/,
  resolve: text => parseInt(text, 8),
};

/** What YAML 1.1 takes for a truth value; some tools around Kubernetes still do. */
const oldBoolean: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(?:[yYnN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/,
  resolve: text => /^(?:y|yes|on)$/i.test(text),
};

/**
 * Reads every document of a YAML (or JSON) text; empty documents are left out.
 * @param options - `oldBooleans` reads a bare `yes`, `on` or `y` as true
 * @throws Error with the parser's message when the text is not YAML.
 */
export function parseYaml(
  text: string,
  options: { oldBooleans?: boolean } = {},
): unknown[] {
  const further = options.oldBooleans ? [octal, oldBoolean] : [octal];
  const documents = parseAllDocuments(text, {
    merge: true,
    logLevel: 'error',
    customTags: tags => [...further, ...tags],
  });
  const values: unknown[] = [];
  for (const document of documents as Iterable<
    ReturnType<typeof parseAllDocuments>[number]
  >) {
    const [failure] = document.errors;
    if (failure) {
      throw new Error(`yaml: ${failure.message.split('\n')[0]}`);
    }
    const value = document.toJS({ maxAliasCount: 1000 });
    if (value !== null && value !== undefined) {
      values.push(value);
    }
  }
  return values;
}
