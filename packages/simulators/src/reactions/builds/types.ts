import type { PushedImage } from '../images/describeImage';
import type { ReportGroup } from './reportsOf';

/** A build that is not complete; documents of kind `active-build`, id = the build's. */
export interface ActiveBuild {
  id: string;
  /** What the present phase does; absent until it is worked out. */
  script?: PhaseScript;
}

/** What one phase of a build does. */
export interface PhaseScript {
  /** Log lines that are still to be written, piece by piece. */
  pieces: string[][];
  /** At normal pace, for each piece. */
  secondsPerPiece: number;
  /** Known after DOWNLOAD_SOURCE. */
  revision?: string;
  failure?: { code: string; message: string };
  /** Pushed when the phase ends. */
  push?: PushedImage;
  exportedVariables?: { name: string; value: string }[];
  /** What the phase made reports of. */
  reports?: ReportGroup[];
}

/** What a phase prints and how it ends, before it is cut in pieces. */
export interface PhaseResult
  extends Omit<PhaseScript, 'pieces' | 'secondsPerPiece'> {
  lines: string[];
}

/** The prefix of what CodeBuild itself says; the time is put behind it when the line is written. */
export const CONTAINER = '[Container] ';
