// [data-sms-count="#text"][data-words]: says how many parts a text becomes while it is typed (GSM 03.38, UCS-2).
import { attach, toReader } from '../kit.js';

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '^{}\\[~]|€';

attach('[data-sms-count]', (line) => {
  const box = /** @type {HTMLTextAreaElement | null} */ (document.querySelector(line.dataset.smsCount ?? ''));
  const count = () => {
    const { length, parts } = measure(box?.value ?? '');
    line.textContent = (line.dataset.words ?? '')
      .replace('{length}', toReader(length))
      .replace('{parts}', toReader(parts));
  };
  box?.addEventListener('input', count);
  count();
});

/** @param {string} text */
function measure(text) {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (EXTENDED.includes(letter)) length += 2;
    else if (BASIC.includes(letter)) length += 1;
    else return { length: text.length, parts: cut(text.length, 70, 67) };
  }
  return { length, parts: cut(length, 160, 153) };
}

/** @param {number} length @param {number} single @param {number} each */
function cut(length, single, each) {
  return length <= single ? 1 : Math.ceil(length / each);
}
