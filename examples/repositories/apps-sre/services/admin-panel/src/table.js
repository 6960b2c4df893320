/**
 * A table with sortable columns. Cells are set as text, never as HTML.
 *
 * @param {{ columns: { key: string, title: string, format?: (value: unknown) => string }[], rows: object[],
 *   sort?: { column: string, direction: string }, onSort?: (column: string) => void, empty: string }} options
 */
export function table({ columns, rows, sort, onSort, empty }) {
  if (rows.length === 0) return element('p', empty);
  const head = element('tr');
  for (const { key, title } of columns) {
    const header = element('th');
    header.scope = 'col';
    if (onSort) {
      header.ariaSort = sort?.column === key ? sort.direction : 'none';
      const button = element('button', title);
      button.type = 'button';
      button.addEventListener('click', () => onSort(key));
      header.append(button);
    } else {
      header.append(title);
    }
    head.append(header);
  }
  const body = element('tbody');
  for (const row of rows) {
    const line = element('tr');
    for (const { key, format = String } of columns) {
      line.append(element('td', format(row[key] ?? '')));
    }
    body.append(line);
  }
  const whole = element('table');
  const top = element('thead');
  top.append(head);
  whole.append(top, body);
  return whole;
}

function element(name, text = '') {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
