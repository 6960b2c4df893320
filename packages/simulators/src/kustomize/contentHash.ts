import { createHash } from 'node:crypto';
import { isMap, type Manifest } from './manifest';

/** Characters that would form words or be mistaken for one another, and what stands for them. */
const substitutes: Record<string, string> = {
  0: 'g',
  1: 'h',
  3: 'k',
  a: 'm',
  e: 't',
};

/** The ten characters that kustomize appends to the name of a generated ConfigMap or Secret. */
export function contentHash(object: Manifest): string {
  const hex = createHash('sha256').update(encode(object)).digest('hex');
  return [...hex.slice(0, 10)]
    .map(character => substitutes[character] ?? character)
    .join('');
}

function encode(object: Manifest): string {
  const content: Record<string, unknown> = {
    kind: object.kind,
    // The name counts as empty: an object keeps its hash when it gets a prefix.
    name: '',
    data: object.data ?? '',
  };
  if (object.kind === 'Secret') {
    content.type = object.type ?? '';
    if (object.stringData) {
      content.stringData = object.stringData;
    }
  } else if (object.binaryData) {
    content.binaryData = object.binaryData;
  }
  return goJson(content);
}

/** JSON as Go's encoder writes it: keys sorted by their bytes, and the characters that HTML gives a meaning escaped. */
function goJson(value: unknown): string {
  if (isMap(value)) {
    const fields = Object.keys(value)
      .sort((one, other) =>
        Buffer.compare(Buffer.from(one), Buffer.from(other)),
      )
      .map(key => `${goJson(key)}:${goJson(value[key])}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
