// <p-combobox src="/pick/accounts" name="account">: an editable combobox (ARIA 1.2) over a list the server draws.
// Inside: .in with input[role=combobox], input[type=hidden] and [data-clear]; .options[role=listbox][popover=manual].
// The answer to src?q= is a row of [role=option][data-value][data-text]; an option with data-dialog opens that form.
// `change` bubbles from the hidden input. With `multiple`, choices stand as tags in .picks, a hidden input in each.
import { debounce, fragment, openDialog, place, say, toReader, word } from '../kit.js';

class Combobox extends HTMLElement {
  connectedCallback() {
    if (this.input) return;
    this.input = /** @type {HTMLInputElement} */ (this.querySelector('[role=combobox]'));
    this.value = /** @type {HTMLInputElement | null} */ (this.querySelector(':scope > .in > input[type=hidden]'));
    this.list = /** @type {HTMLElement} */ (this.querySelector('[role=listbox]'));
    this.asked = new AbortController();
    this.chosen = this.input.defaultValue;
    const ask = debounce(() => void this.ask(), 140);
    this.input.addEventListener('input', () => ask());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('mousedown', () => this.open || void this.ask(''));
    this.input.addEventListener('blur', () => this.leave());
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const option = event.target instanceof Element && event.target.closest('[role=option]');
      if (option instanceof HTMLElement) this.choose(option);
    });
    this.addEventListener('click', (event) => {
      if (!(event.target instanceof Element)) return;
      if (event.target.closest('[data-clear]')) this.set('', '', true);
      event.target.closest('[data-remove]')?.closest('.tag')?.remove();
    });
    // Somebody who types fast was here before this script.
    if (this.input.value !== this.chosen && document.activeElement === this.input) ask();
  }

  get open() {
    return this.list?.matches(':popover-open') ?? false;
  }

  /** @returns {HTMLElement[]} */
  get options() {
    return [...(this.list?.querySelectorAll('[role=option]') ?? [])].map((o) => /** @type {HTMLElement} */ (o));
  }

  /** @param {string} [query] what to ask for; absent: what was typed */
  async ask(query) {
    if (!this.input || !this.list) return;
    this.asked?.abort();
    this.asked = new AbortController();
    const url = new URL(this.getAttribute('src') ?? '', location.href);
    url.searchParams.set('q', query ?? this.input.value);
    const answer = await fragment(url.pathname + url.search, { signal: this.asked.signal }).catch(() => null);
    if (!answer?.ok || document.activeElement !== this.input) return;
    this.list.innerHTML = answer.html;
    this.options.forEach((option, index) => {
      option.id ||= `${this.list?.id}-${index}`;
    });
    if (!this.open) this.list.showPopover();
    place(this.list, /** @type {HTMLElement} */ (this.input.closest('.in')), { stretch: true });
    this.input.setAttribute('aria-expanded', 'true');
    this.mark(this.input.value === this.chosen ? undefined : this.options[0]);
    say(word('results', { count: toReader(this.options.length) }));
  }

  /** @param {HTMLElement | undefined} option */
  mark(option) {
    for (const other of this.options) other.classList.toggle('on', other === option);
    if (option) this.input?.setAttribute('aria-activedescendant', option.id);
    else this.input?.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const all = this.options;
    const now = all.findIndex((option) => option.classList.contains('on'));
    if (event.key === 'ArrowDown' && !this.open) void this.ask('');
    else if (event.key === 'ArrowDown') this.mark(all[(now + 1) % all.length]);
    else if (event.key === 'ArrowUp' && this.open) this.mark(all[(now - 1 + all.length) % all.length]);
    else if (event.key === 'Enter' && this.open && all[now] && !event.isComposing) this.choose(all[now]);
    else if (event.key === 'Escape' && this.open) {
      event.stopPropagation();
      this.close();
    } else return;
    event.preventDefault();
  }

  /** @param {HTMLElement} option */
  choose(option) {
    this.close();
    if (option.dataset.dialog) void openDialog(option.dataset.dialog);
    else this.set(option.dataset.value ?? '', option.dataset.text ?? option.textContent?.trim() ?? '', true);
  }

  /** @param {string} value @param {string} text @param {boolean} tell */
  set(value, text, tell) {
    if (!this.input) return;
    if (this.hasAttribute('multiple')) {
      if (value) this.add(value, text);
      this.input.value = this.chosen = '';
    } else {
      this.input.value = this.chosen = text;
      if (this.value) this.value.value = value;
      this.toggleAttribute('filled', value !== '');
    }
    if (tell) (this.value ?? this).dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** @param {string} value @param {string} text */
  add(value, text) {
    const template = /** @type {HTMLTemplateElement | null} */ (this.querySelector('template'));
    const tag = template?.content.firstElementChild?.cloneNode(true);
    const field = tag instanceof HTMLElement && tag.querySelector('input');
    if (!tag || !field || this.querySelector(`.tag input[value="${CSS.escape(value)}"]`)) return;
    field.setAttribute('value', value);
    const name = tag.querySelector('bdi');
    if (name) name.textContent = text;
    this.querySelector('.picks')?.append(tag);
  }

  close() {
    if (this.open) this.list?.hidePopover();
    this.input?.setAttribute('aria-expanded', 'false');
  }

  /** Typed and not chosen is not a choice: an empty box clears, anything else goes back to what was chosen. */
  leave() {
    this.close();
    if (!this.input || this.hasAttribute('open-list') || this.input.value === this.chosen) return;
    if (this.input.value.trim() === '') this.set('', '', true);
    else this.input.value = this.chosen ?? '';
  }
}

customElements.define('p-combobox', Combobox);
