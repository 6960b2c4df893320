import type { BuildLogLine } from '@shopstack/plugin-builds-common';
import Anser from 'anser';

/** The colours of a terminal that a log uses by name. Others have no name, and stay as the text around them. */
const COLOURS = [
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  'white',
] as const;

export type LogColour = (typeof COLOURS)[number];

const EMPHASES = ['bold', 'dim', 'underline'] as const;

export type LogEmphasis = (typeof EMPHASES)[number];

/** A stretch of a line in one colour. */
export interface LogChunk {
  text: string;
  colour?: LogColour;
  emphasis?: LogEmphasis;
}

/** One line of a log, ready to be drawn. */
export interface PaintedLine {
  /** ISO time, where the log has it. */
  at?: string;
  chunks: LogChunk[];
  /** The line without its colours, for searching. */
  text: string;
}

/** `ansi-red` and `ansi-bright-red` are the same to a reader. */
function colourOf(name: string | null): LogColour | undefined {
  return COLOURS.find(
    colour => name === `ansi-${colour}` || name === `ansi-bright-${colour}`,
  );
}

/** Turns ANSI colour sequences into stretches of one colour. Every line begins without colour. */
export function paintLine({ at, text }: BuildLogLine): PaintedLine {
  if (!text.includes('\u001b')) return { at, chunks: [{ text }], text };
  const chunks = Anser.ansiToJson(text, {
    json: true,
    use_classes: true,
    remove_empty: true,
  }).map(({ content, fg, decoration }) => {
    const colour = colourOf(fg);
    const emphasis = EMPHASES.find(each => each === decoration);
    return {
      text: content,
      ...(colour && { colour }),
      ...(emphasis && { emphasis }),
    };
  });
  return { at, chunks, text: chunks.map(chunk => chunk.text).join('') };
}
