/**
 * Rows as a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it: names
 * come from customers.
 */
export function toCsv(columns, rows) {
  const lines = [
    columns,
    ...rows.map(row => columns.map(column => row[column])),
  ];
  return `${lines.map(cells => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value) {
  let text = String(value ?? '');
  if (typeof value === 'string' && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
