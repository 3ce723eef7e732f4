/** In the panel itself, so that it looks the same in a page of any style sheet, and in none. */
export const css = `
.bs-devtools { all: initial; display: block; box-sizing: border-box; padding: 12px; border-radius: 10px; font: 13px/1.5 ui-sans-serif, system-ui, sans-serif; color: #d7dbe6; background: #10131c; color-scheme: dark; overflow: auto; max-block-size: 100%; }
.bs-devtools * { box-sizing: border-box; }
.bs-devtools h2, .bs-devtools h3, .bs-devtools p, .bs-devtools dl, .bs-devtools dd, .bs-devtools ul, .bs-devtools ol { margin: 0; padding: 0; font-size: inherit; list-style: none; }
.bs-devtools h2, .bs-devtools h3 { font-weight: 650; color: #fff; }
.bs-devtools header, .bs-devtools-simulation { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; padding-block-end: 10px; margin-block-end: 10px; border-block-end: 1px solid #2a3040; }
.bs-devtools button, .bs-devtools select { font: inherit; color: inherit; background: #1b2030; border: 1px solid #3a4258; border-radius: 6px; padding: 4px 10px; min-block-size: 28px; }
.bs-devtools button:hover { background: #262d42; }
.bs-devtools :focus-visible { outline: 2px solid #8fb0ff; outline-offset: 1px; }
.bs-devtools label { display: flex; gap: 6px; align-items: center; }
.bs-devtools-columns { display: grid; grid-template-columns: minmax(200px, 320px) minmax(0, 1fr); gap: 14px; }
@media (max-width: 640px) { .bs-devtools-columns { grid-template-columns: minmax(0, 1fr); } }
.bs-devtools ul { display: grid; gap: 6px; align-content: start; max-block-size: 60vh; overflow: auto; }
.bs-devtools li > button { inline-size: 100%; text-align: start; display: grid; gap: 2px; border-inline-start: 3px solid #6b7590; }
.bs-devtools li > button strong { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bs-devtools li > button span { color: #aab2c6; }
.bs-devtools [aria-pressed='true'] { background: #26304d; }
.bs-devtools [data-status='completed'] { border-inline-start-color: #4cc38a; }
.bs-devtools [data-status='failed'], .bs-devtools [data-status='unknown'] { border-inline-start-color: #f2777a; }
.bs-devtools [data-status='running'], .bs-devtools [data-status='queued'] { border-inline-start-color: #8fb0ff; }
.bs-devtools-details { display: grid; gap: 10px; align-content: start; }
.bs-devtools dl { display: grid; gap: 2px; }
.bs-devtools dl > div { display: grid; grid-template-columns: 96px minmax(0, 1fr); gap: 8px; }
.bs-devtools dt { color: #aab2c6; }
.bs-devtools code { font: 12px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.bs-devtools-timeline { display: grid; gap: 3px; }
.bs-devtools-timeline li { display: grid; grid-template-columns: 80px minmax(80px, 1fr) minmax(0, 1.2fr); gap: 8px; align-items: center; }
.bs-devtools-track { position: relative; block-size: 10px; border-radius: 3px; background: #1b2030; overflow: hidden; }
.bs-devtools-track > span { position: absolute; inset-block: 0; min-inline-size: 3px; border-radius: 3px; background: #6f8fe8; }
.bs-devtools-timeline [data-state='lost'] .bs-devtools-track > span { background: #f2777a; }
.bs-devtools-timeline [data-state='aborted'] .bs-devtools-track > span { background: #6b7590; }
`;
