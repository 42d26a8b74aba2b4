const PERSIAN = 1776;
const ARABIC = 1632;

/** Whether the reader's digits are Persian. */
export const persian = () => (document.documentElement.dataset.digits ?? document.documentElement.lang) === 'fa';

/**
 * Persian and Arabic digits as ASCII.
 *
 * @param {string} text
 */
export const toLatin = (text) =>
  text.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code >= PERSIAN ? code - PERSIAN : code - ARABIC);
  });

/**
 * ASCII digits as the reader's.
 *
 * @param {string | number} text
 */
export const toReader = (text) =>
  persian() ? String(text).replace(/\d/g, (digit) => String.fromCharCode(PERSIAN + Number(digit))) : String(text);
