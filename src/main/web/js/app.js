// The one script of every page. What only some pages need is loaded when such an element appears.
import { attach, htmx, token } from './kit.js';
import './behaviours/auto-submit.js';
import './behaviours/dialog-open.js';
import './behaviours/draft-keep.js';
import './behaviours/edit-in-place.js';
import { count } from './behaviours/focus-keep.js';
import './behaviours/menu.js';
import './behaviours/next-row.js';
import './behaviours/palette.js';
import './behaviours/preference.js';
import './behaviours/select-rows.js';
import './behaviours/set-vars.js';
import './behaviours/shortcuts.js';
import './behaviours/toast.js';
import './behaviours/visit.js';

Object.assign(htmx.config, {
  allowEval: false,
  includeIndicatorStyles: false,
  allowScriptTags: false,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  scrollIntoViewOnBoost: false,
  // A refusal carries the fragment that explains it: it is shown like an answer.
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '(409|412|422)', swap: true },
    { code: '[45]..', swap: false, error: true },
  ],
});

document.addEventListener('htmx:configRequest', (event) => {
  const { detail } = /** @type {CustomEvent} */ (event);
  if (detail.verb !== 'get') detail.headers['X-XSRF-TOKEN'] = token();
});

/** @type {[string, () => Promise<unknown>][]} */
const lazy = [
  ['p-combobox', () => import('./elements/combobox.js')],
  ['p-date', () => import('./elements/date.js')],
  ['p-money', () => import('./elements/money.js')],
  ['[data-sms-count]', () => import('./behaviours/sms-count.js')],
  ['[data-mentions]', () => import('./behaviours/mention.js')],
  ['[data-notices]', () => import('./behaviours/notices.js')],
  ['[data-page-keys]', () => import('./elements/page-keys.js')],
  ['form[data-drop]', () => import('./behaviours/drop-files.js')],
  ['[data-arrange]', () => import('./behaviours/arrange.js')],
  ['[data-board]', () => import('./islands/drag-board.js')],
  ['[data-calendar]', () => import('./islands/calendar-move.js')],
];
// Until it is there the page is busy: a key that it would take is lost.
for (const [selector, load] of lazy) {
  attach(selector, () => {
    count(1);
    void load().finally(() => count(-1));
  });
}

// A list is read more often than it is edited: its cells come to life when somebody points at them or goes there.
attach('[data-grid]', (grid) => {
  const load = () => void import('./islands/grid.js');
  for (const event of ['focusin', 'pointerenter']) grid.addEventListener(event, load, { once: true });
});
