/** A module call as `terraform fmt` would leave it. Values are HCL expressions on one line. */
export function formatModuleCall(
  label: string,
  source: string,
  values: ReadonlyMap<string, string>,
): string {
  const width = Math.max(0, ...[...values.keys()].map(name => name.length));
  const lines = [...values].map(
    ([name, value]) => `  ${name.padEnd(width)} = ${value}`,
  );
  return [
    `module "${label}" {`,
    `  source = "${source}"`,
    ...(lines.length > 0 ? ['', ...lines] : []),
    '}',
    '',
  ].join('\n');
}
