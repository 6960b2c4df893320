/** What a person waits for when a page is opened. */
export interface View {
  milliseconds: number;
  /** True when everything of the service was in the answer; false when a source was still asked. */
  complete: boolean;
  body: any;
}

/** Opens the pages of a service as a browser does. */
export interface Viewer {
  /** Newest images. */
  images(service: string): Promise<View>;
  /** Newest builds of all projects. */
  builds(service: string): Promise<View>;
  /** Applications of all instances with who deployed what. */
  applications(service: string): Promise<View>;
  /** Applications of all instances, without who deployed what where that is another question. */
  overview(service: string): Promise<View>;
}

/** Runs what a page asks for and takes the time. */
export async function timed<T>(
  ask: () => Promise<T>,
  isComplete: (body: T) => boolean,
): Promise<View> {
  const started = performance.now();
  const body = await ask();
  const milliseconds = performance.now() - started;
  return { milliseconds, complete: isComplete(body), body };
}
