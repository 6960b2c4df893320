const WINDOW = /\{\{\s*\.window\s*\}\}/g;

/** True when a query says where the window stands: `{{.window}}`. */
export function hasWindow(template: string): boolean {
  return template.search(WINDOW) >= 0;
}

/** A query with its window filled in, for example `5m`. */
export function withWindow(template: string, window: string): string {
  return template.replace(WINDOW, () => window);
}
