// A row ([data-row]) that is about to leave its list hands the keys to the next one at once, so that whoever works
// through a list by keyboard need not wait for the answer. A refusal gives them back.

/** @param {EventTarget | null} target */
const leaving = (target) => (target instanceof HTMLElement && target.matches('[data-row]') ? target : null);

/** @param {HTMLElement} row */
function heir(row) {
  const rows = [...document.querySelectorAll('[data-row]:not(.leaving)')].filter((each) => each.checkVisibility());
  const at = rows.indexOf(row);
  return rows[at + 1] ?? rows[at - 1];
}

/** @param {HTMLElement} row */
function handOver(row) {
  if (row.classList.contains('leaving')) return;
  const next = row.classList.contains('on') || row.contains(document.activeElement) ? heir(row) : undefined;
  row.classList.add('leaving');
  row.classList.remove('on');
  if (!(next instanceof HTMLElement)) return;
  next.classList.add('on');
  const focus = next.querySelector('a, button');
  if (focus instanceof HTMLElement) focus.focus();
  next.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('htmx:beforeRequest', (event) => {
  const { target, requestConfig } = /** @type {CustomEvent} */ (event).detail;
  const row = requestConfig?.verb === 'get' ? null : leaving(target);
  if (row) handOver(row);
});
document.addEventListener('htmx:oobBeforeSwap', (event) => {
  const row = leaving(/** @type {CustomEvent} */ (event).detail.target);
  if (row) handOver(row);
});
document.addEventListener('htmx:afterRequest', (event) => {
  const { target, successful } = /** @type {CustomEvent} */ (event).detail;
  if (!successful) leaving(target)?.classList.remove('leaving');
});
