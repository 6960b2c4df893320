/** JSON text of a string. A JSON string is a YAML double-quoted scalar too, once nothing unprintable is left in it. */
export function escapeJson(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Markdown that shows one line of text as it is: no markup, no HTML, no link, no end of a table cell. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]|~$]/g, '\\$&')
    .replace(/^([#+\-=]|\d+(?=[.)]))/, start =>
      /\d/.test(start) ? `${start}\\` : `\\${start}`,
    )
    .replace(/:\/\//g, ':\\//')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** A Markdown code span: unlike escaped text it cannot mention a person or close an issue on the forge. */
export function codeSpan(text: string): string {
  const longest = Math.max(
    0,
    ...(text.match(/`+/g) ?? []).map(run => run.length),
  );
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}
