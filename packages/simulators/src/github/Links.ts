import { ORGANIZATION } from './organization';

/** Encodes every segment of a path, keeping its slashes. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The addresses of one forge, for answers and pages. Paths given here are encoded segment by segment. */
export class Links {
  constructor(readonly base: string) {}

  /** Below the REST API. */
  root(path: string = ''): string {
    return `${this.base}/api/v3${path && `/${encodePath(path)}`}`;
  }

  /** Below a repository in the REST API. */
  api(repository: string, path: string = ''): string {
    return this.root(
      `repos/${ORGANIZATION}/${repository}${path && `/${path}`}`,
    );
  }

  /** A page of a repository. */
  page(repository: string, path: string = ''): string {
    return `${this.base}/${encodePath(`${ORGANIZATION}/${repository}${path && `/${path}`}`)}`;
  }

  /** The page of a user or of the organisation. */
  owner(login: string): string {
    return `${this.base}/${encodeURIComponent(login)}`;
  }

  /** What `git clone` takes. */
  clone(repository: string): string {
    return `${this.base}/${ORGANIZATION}/${encodeURIComponent(repository)}.git`;
  }
}
