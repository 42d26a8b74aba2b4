// [data-notices="/stream"]: keeps the count on the bell true and shows what arrives as a note. Only the page one looks at
// is connected, because browsers allow few connections; when it is looked at again it says where it stopped.
import { attach, note } from '../kit.js';

const QUIET_AFTER_LOAD = 2_000;

attach('[data-notices]', (bell) => {
  /** @type {EventSource | undefined} */
  let source;
  let last = '';
  const seen = new Set();

  /** @param {MessageEvent} message */
  const heard = (message) => {
    last = message.lastEventId;
    const told = JSON.parse(message.data);
    show(bell, told);
    for (const each of told.notices) {
      if (seen.has(each.id)) continue;
      seen.add(each.id);
      note(each.text, 'good', each.href && `/notices/${each.id}`);
    }
  };

  const connect = () => {
    if (source || document.hidden) return;
    source = new EventSource(bell.dataset.notices + (last && `?after=${encodeURIComponent(last)}`));
    source.addEventListener('notices', heard);
  };
  const leave = () => {
    source?.close();
    source = undefined;
  };

  document.addEventListener('visibilitychange', () => (document.hidden ? leave() : connect()));
  addEventListener('pagehide', leave);
  addEventListener('pageshow', (event) => event.persisted && connect());
  setTimeout(connect, QUIET_AFTER_LOAD);
});

/**
 * @param {HTMLElement} bell
 * @param {{unread: number, badge: string, label: string}} told
 */
function show(bell, told) {
  const badge = /** @type {HTMLElement | null} */ (bell.querySelector('[data-badge]'));
  if (badge) {
    badge.textContent = told.badge;
    badge.hidden = told.unread === 0;
  }
  bell.setAttribute('aria-label', told.label);
}
