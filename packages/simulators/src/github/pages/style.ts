/** The one style sheet of the pages: light and dark by what the person's system asks for. */
export const STYLE = `
:root { color-scheme: light dark;
  --page: #fff; --panel: #f6f8fa; --line: #d4dae1; --text: #1d242c; --soft: #55606c; --link: #0a58c2;
  --good: #0f6b34; --bad: #b3261e; --wait: #7a5200; --add: #e2f6e6; --remove: #fde7e6; --hunk: #e9f1fb; }
@media (prefers-color-scheme: dark) { :root {
  --page: #14181d; --panel: #1b2127; --line: #343d47; --text: #e3e8ed; --soft: #a0abb7; --link: #7db4ff;
  --good: #63cf8a; --bad: #ff9087; --wait: #e3b656; --add: #17301f; --remove: #3a1f1f; --hunk: #1c2a3c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main, header > div { max-width: 1120px; margin: 0 auto; padding: 0 20px; }
header { background: var(--panel); border-bottom: 1px solid var(--line); padding-top: 14px; margin-bottom: 24px; }
nav { display: flex; gap: 4px; flex-wrap: wrap; margin-top: 8px; }
nav a { padding: 6px 12px; color: var(--text); border-bottom: 2px solid transparent; }
nav a[aria-current] { border-color: var(--link); font-weight: 600; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
a:focus-visible, button:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
h1 { font-size: 22px; margin: 0 0 8px; overflow-wrap: anywhere; } h2 { font-size: 16px; margin: 28px 0 8px; }
.soft { color: var(--soft); } .mono, pre, code { font-family: ui-monospace, 'SFMono-Regular', Menlo, monospace; font-size: 13px; }
.panel { border: 1px solid var(--line); border-radius: 8px; overflow: hidden; margin: 0 0 16px; }
.panel > .row, .panel > summary { padding: 9px 14px; border-bottom: 1px solid var(--line); }
.panel > .row:last-child { border-bottom: 0; } .panel > .head, .panel > summary { background: var(--panel); }
.row { display: flex; gap: 12px; align-items: baseline; flex-wrap: wrap; } .row > .grow { flex: 1; min-width: 12em; overflow-wrap: anywhere; }
summary { cursor: pointer; } summary .counts { float: right; }
.state { display: inline-flex; gap: 6px; align-items: baseline; font-weight: 600; white-space: nowrap; } .state svg { width: 14px; height: 14px; flex: none; align-self: center; }
.good { color: var(--good); } .bad { color: var(--bad); } .wait { color: var(--wait); } .none { color: var(--soft); }
.body { white-space: pre-wrap; overflow-wrap: anywhere; padding: 14px; }
.scroll { overflow-x: auto; } table.code { border-collapse: collapse; width: 100%; }
table.code td { padding: 0 10px; font: 13px/1.55 ui-monospace, Menlo, monospace; white-space: pre; vertical-align: top; }
table.code td.n { color: var(--soft); text-align: right; user-select: none; width: 1%; }
tr.add { background: var(--add); } tr.remove { background: var(--remove); } tr.hunk { background: var(--hunk); color: var(--soft); }
button { font: inherit; font-weight: 600; padding: 7px 16px; border-radius: 6px; border: 1px solid var(--good); background: var(--good); color: var(--page); cursor: pointer; }
button[disabled] { background: var(--panel); color: var(--soft); border-color: var(--line); cursor: not-allowed; }
footer { max-width: 1120px; margin: 40px auto; padding: 0 20px; color: var(--soft); font-size: 13px; }
`;
