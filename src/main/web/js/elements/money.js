// <p-money>: groups the digits of the input inside while typing, in the reader's digits, keeping the caret. With
// words="/money/words" the amount is spelled by the server into [data-words]; the unit select, if any, goes along.
import { debounce, fragment, persian, toLatin, toReader } from '../kit.js';

class Money extends HTMLElement {
  /** @type {HTMLInputElement | undefined} */
  input;

  connectedCallback() {
    if (this.input) return;
    this.input = /** @type {HTMLInputElement} */ (this.querySelector('input:not([type=hidden])'));
    const spell = debounce(() => void this.spell(), 200);
    this.input.addEventListener('input', () => {
      this.group();
      spell();
    });
    this.querySelector('select')?.addEventListener('change', () => void this.spell());
    if (this.input.value) this.group();
  }

  group() {
    const { input } = this;
    if (!input) return;
    const caret = significant(input.value.slice(0, input.selectionStart ?? input.value.length)).length;
    const plain = significant(input.value);
    const text = grouped(plain);
    if (text === input.value) return;
    input.value = text;
    if (document.activeElement !== input) return;
    let at = 0;
    for (let seen = 0; at < text.length && seen < caret; at++) if (significant(text[at])) seen++;
    input.setSelectionRange(at, at);
  }

  async spell() {
    const words = this.querySelector('[data-words]');
    const url = this.getAttribute('words');
    if (!words || !url || !this.input) return;
    const unit = this.querySelector('select')?.value ?? this.getAttribute('unit') ?? '';
    const query = new URLSearchParams({ amount: significant(this.input.value), unit });
    const answer = await fragment(`${url}?${query}`).catch(() => null);
    if (answer?.ok) words.textContent = answer.html.trim();
  }
}

/** The sign, the ASCII digits and one decimal point of what was typed. @param {string} text */
function significant(text) {
  const latin = toLatin(text)
    .replace(/[\u066b/]/g, '.')
    .replace(/[^\d.-]/g, '')
    .replace(/(?!^)-/g, '');
  const [whole, ...fraction] = latin.split('.');
  return fraction.length ? `${whole}.${fraction.join('')}` : whole;
}

/** @param {string} plain */
function grouped(plain) {
  const [whole, fraction] = plain.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, persian() ? '\u066c' : ',');
  return toReader(fraction === undefined ? groups : `${groups}${persian() ? '\u066b' : '.'}${fraction}`);
}

customElements.define('p-money', Money);
