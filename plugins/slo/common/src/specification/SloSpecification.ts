import type { Budgeting, TimeWindow } from '../domain/TimeWindow';

/** The formats that SLO files are read in; the words are those of the label `sloth_spec`. */
export type SloFormat =
  | 'prometheus/v1'
  | 'sloth.slok.dev/v1'
  | 'openslo/v1'
  | 'openslo/v1alpha';

/**
 * What is measured. Queries are PromQL templates that hold `{{.window}}` (spaces inside the braces are allowed), which
 * stands for a Prometheus duration.
 */
export type Sli =
  | { kind: 'events'; errorQuery: string; totalQuery: string }
  /** A query that answers the share of errors itself, 0 to 1. */
  | { kind: 'raw'; errorRatioQuery: string };

/** What one severity adds to the alert, or that there is none. */
export interface SloAlerting {
  disable: boolean;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** One objective as a file states it, whatever its format. */
export interface SloSpecification {
  service: string;
  name: string;
  displayName?: string;
  description?: string;
  /** Percent, between 0 and 100, both excluded. */
  objective: number;
  /** Labels of the service first, then its own over them. */
  labels: Record<string, string>;
  sli: Sli;
  /** Absent means the period that the generator is told, 30 days by default. */
  timeWindow?: TimeWindow;
  budgeting: Budgeting;
  alerting: {
    /** Empty where no alert is wanted. */
    name: string;
    labels: Record<string, string>;
    annotations: Record<string, string>;
    page: SloAlerting;
    ticket: SloAlerting;
  };
  /** How often its groups of rules are evaluated, in seconds; what is absent is left to the server. */
  intervals?: { sli?: number; metadata?: number; alerts?: number };
  /**
   * Errors of a window weigh by its share of the traffic of the whole period, as Sloth's plugin
   * `denominator_corrected_rules` has it.
   */
  denominatorCorrected?: boolean;
  /** Line of the objective in its file, counted from 1. */
  line: number;
}

/** One document of an SLO file. */
export interface SloDocument {
  format: SloFormat;
  /** Of a Kubernetes object: what the generated PrometheusRule inherits. */
  kubernetes?: {
    name: string;
    namespace?: string;
    labels: Record<string, string>;
    annotations: Record<string, string>;
  };
  slos: SloSpecification[];
}

/** Why a file, or a part of it, was refused. */
export interface SloProblem {
  /** As the file was named to the parser. */
  file: string;
  /** Counted from 1. */
  line: number;
  column?: number;
  /** Where in the document, for example `slos[1].objective`. */
  path?: string;
  /** In words, for a person to act on. */
  reason: string;
}

/** What became of a file: good documents stay when others are refused. */
export interface ParsedSloFile {
  documents: SloDocument[];
  problems: SloProblem[];
  /** What was passed over without refusing anything, such as a field that has no effect in this format. */
  warnings?: SloProblem[];
}

/** `<service>-<name>`, as Sloth names an objective. */
export function sloId({
  service,
  name,
}: Pick<SloSpecification, 'service' | 'name'>): string {
  return `${service}-${name}`;
}
