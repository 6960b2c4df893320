/** Which applications of an instance belong to an entity. A union: those of the selector, and those named. */
export interface ApplicationSelection {
  /** Label selector as Kubernetes writes it. */
  selector?: string;
  names: string[];
  /** Namespace of the Application objects. */
  appNamespace?: string;
  project?: string;
  /** The service on whose behalf is asked; for naming environments. */
  service?: string;
}
