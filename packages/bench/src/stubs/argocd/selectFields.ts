/** Copies only the parts that `fields=items.a.b,items.c` names; everything when nothing is named. */
export function selectFields(fields: string | null): (whole: object) => object {
  if (!fields) return whole => whole;
  const paths = fields
    .split(',')
    .filter(field => field.startsWith('items.'))
    .map(field => field.split('.').slice(1));
  return whole => {
    const chosen = {};
    for (const path of paths) copy(whole, chosen, path);
    return chosen;
  };
}

function copy(from: any, to: any, [first, ...rest]: string[]): void {
  if (from?.[first] === undefined) return;
  if (rest.length === 0) {
    to[first] = from[first];
    return;
  }
  to[first] ??= {};
  copy(from[first], to[first], rest);
}
