/** A beginning of names, and the environment that it means. */
export interface SecretName {
  /** A whole name, or the beginning of names where it ends with a separator or is followed by `/`. */
  prefix: string;
  environment?: string;
}

/** Which secrets belong to a service: those that fit any of the names, or have all of the tags. */
export interface SecretQuestion {
  names: SecretName[];
  tags?: Record<string, string>;
}
