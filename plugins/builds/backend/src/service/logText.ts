/* eslint-disable no-control-regex -- control characters are what this file is about */

/** Colours and styles (SGR): the only sequences of a terminal that are kept. */
const STYLE = /(\u001b\[[0-9;:]{0,40}m)/;

/** Every other sequence of a terminal: CSI, OSC and its relatives with what they carry, and those of two characters. */
const SEQUENCE =
  /\u001b(?:\[[0-?]{0,40}[ -/]{0,4}(?:[@-~]|$)|[\]PX^_][^\u0007\u001b]{0,2000}(?:\u0007|\u001b\\)?|[ -/]{0,4}[0-OQ-WYZ\\`-~])/g;

/** Control characters but tab, and the marks by which text shows in another order than it was written. */
const CONTROL =
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A line that says more is no text for people; the download has all of it. */
const LONGEST_LINE = 8_000;

/** One line as a page may show it: colours, tabs and text, and nothing else. */
export function cleanLine(line: string): string {
  const shown = afterReturn(line)
    .split(STYLE)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(SEQUENCE, '').replace(CONTROL, ''),
    )
    .join('');
  if (shown.length <= LONGEST_LINE) {
    return shown;
  }
  const start = shown
    .slice(0, LONGEST_LINE)
    .replace(/\u001b(\[[0-9;:]*)?$|[\ud800-\udbff]$/, '');
  return `${start} ... (${shown.length - start.length} more characters)`;
}

/** One line for a file: as it was written, without colours and control characters. */
export function plainLine(line: string): string {
  return afterReturn(line).replace(SEQUENCE, '').replace(CONTROL, '');
}

/** What a progress bar drew over is gone on a terminal, too. */
function afterReturn(line: string): string {
  const text = line.replace(/\r+$/, '');
  return text.slice(text.lastIndexOf('\r') + 1);
}
