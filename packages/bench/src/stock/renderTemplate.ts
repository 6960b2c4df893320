interface TemplateValues {
  name: string;
  defaultBranch: string;
  /** @throws Error for a package whose version is not known. */
  version(packageName: string): string;
}

/**
 * Fills a `*.hbs` file of create-app. A range around a version (`^{{version 'x'}}`) becomes that version alone, so that a run
 * tomorrow measures the same packages.
 *
 * @throws Error naming an expression that it does not know.
 */
export function renderTemplate(text: string, values: TemplateValues): string {
  return text.replace(
    /\^?\{\{\s*([^}]*?)\s*\}\}/g,
    (whole, expression: string) => {
      const packageName = /^version\s+'([^']+)'$/.exec(expression)?.[1];
      if (packageName) return values.version(packageName);
      if (expression === 'name') return values.name;
      if (expression === 'defaultBranch') return values.defaultBranch;
      throw new Error(`create-app's template has an unknown ${whole}`);
    },
  );
}
