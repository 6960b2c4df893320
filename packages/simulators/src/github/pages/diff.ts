import type { FileDifference } from '../../git/differences';
import { html, Html } from './html';

/** Lines of a patch shown before it is only counted. */
const MAX_LINES = 2_000;

/** Changed files, each with its unified diff and line numbers; long lists start folded. */
export function renderDifferences(files: readonly FileDifference[]): Html {
  const open = files.length <= 30;
  return html`${files.map(file => renderFile(file, open))}`;
}

/** How many lines and files. */
export function renderCounts(files: readonly FileDifference[]): Html {
  const sum = (key: 'additions' | 'deletions') =>
    files.reduce((total, file) => total + file[key], 0);
  return html`${files.length} ${files.length === 1 ? 'file' : 'files'} changed,
    <span class="good">+${sum('additions')}</span>
    <span class="bad">−${sum('deletions')}</span>`;
}

function renderFile(file: FileDifference, open: boolean): Html {
  return html`<details class="panel" ${open && new Html('open')}>
    <summary>
      <span class="mono"
        >${file.previousPath && `${file.previousPath} → `}${file.path}</span
      >
      <span class="soft">${file.status}</span>
      <span class="counts mono"
        ><span class="good">+${file.additions}</span>
        <span class="bad">−${file.deletions}</span></span
      >
    </summary>
    ${renderPatch(file)}
  </details>`;
}

function renderPatch(file: FileDifference): Html {
  if (!file.patch) {
    const text = file.binary ? 'A binary file' : 'No change of its lines';
    return html`<div class="row soft">${text}</div>`;
  }
  const lines = file.patch.split('\n');
  const position = { before: 0, after: 0 };
  const rows = lines
    .slice(0, MAX_LINES)
    .map(line => renderLine(line, position));
  return html`<div class="scroll">
      <table class="code">
        ${rows}
      </table>
    </div>
    ${lines.length > MAX_LINES &&
    html`<div class="row soft">${lines.length - MAX_LINES} more lines</div>`}`;
}

function renderLine(
  line: string,
  position: { before: number; after: number },
): Html {
  const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(line);
  if (hunk) {
    position.before = Number(hunk[1]);
    position.after = Number(hunk[2]);
    return row('hunk', '', '', line);
  }
  switch (line[0]) {
    case '+':
      return row('add', '', position.after++, line);
    case '-':
      return row('remove', position.before++, '', line);
    case '\\':
      return row('hunk', '', '', line);
    default:
      return row('', position.before++, position.after++, line);
  }
}

function row(
  kind: string,
  before: number | string,
  after: number | string,
  line: string,
): Html {
  return html`<tr class="${kind}">
    <td class="n">${before}</td>
    <td class="n">${after}</td>
    <td>${line}</td>
  </tr>`;
}
