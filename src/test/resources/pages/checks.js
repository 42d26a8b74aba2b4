// What every page must hold to, asked inside the page. Each check answers with a list of what is wrong.
window.checks = (() => {
  /** Text that people or programs wrote, not the product. */
  const DATA =
    'bdi, [dir=auto], [dir=ltr], kbd, code, samp, input, textarea, script, style, template, .av, [data-user-text], option[value*="@"]';
  const SPOKEN = ['aria-label', 'title', 'placeholder', 'alt', 'data-say', 'data-select-rest'];

  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const name = (element) =>
    `<${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}${element.classList.length ? `.${[...element.classList].join('.')}` : ''}> ${(element.getAttribute('aria-label') || element.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 40)}`;

  /** The scroller may be any element; what sticks out sideways is named. */
  function overflow() {
    const width = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return shown(element) && box.width > 0 && (box.right > width + 1 || box.left < -1);
      })
      .slice(0, 5)
      .map(name)
      .concat(`the page is ${document.scrollingElement.scrollWidth} wide in a window of ${width}`);
  }

  /** On a telephone the rows of such a table are cards, which nobody has to push aside. */
  function stacks() {
    return [...document.querySelectorAll('.stack')]
      .filter((table) => table.parentElement.scrollWidth > table.parentElement.clientWidth)
      .map(name);
  }

  /** The rows of a table stand beneath their head, each cell in its column. */
  function tables() {
    const edges = (row) => [...(row?.cells ?? [])].filter((cell) => cell.colSpan === 1).map((cell) => Math.round(cell.getBoundingClientRect().left));
    return [...document.querySelectorAll('table:has(thead)')]
      .filter((table) => {
        const [head, body] = [table.tHead.rows[0], [...(table.tBodies[0]?.rows ?? [])].find((row) => row.cells.length === table.tHead.rows[0].cells.length)];
        return shown(table) && body && edges(head).join() !== edges(body).join();
      })
      .map(name);
  }

  /** Words of the other language outside of data. */
  function words(foreign, allowed) {
    const wrong = [];
    const look = (text, where) => {
      if (text.includes('\u27e6')) wrong.push(`no text: ${text.trim()}`);
      for (const word of text.match(foreign) ?? []) {
        if (!allowed.some((each) => each.toLowerCase() === word.toLowerCase())) {
          wrong.push(`${word} in "${text.trim().replace(/\s+/g, ' ').slice(0, 60)}" ${where}`);
        }
      }
    };
    const lang = document.documentElement.lang;
    const data = [...document.body.querySelectorAll('bdi, option, input:not([type=hidden])')]
      .map((element) => (element.value && element.matches('input') ? element.value : element.textContent).trim())
      .filter((text) => text.length > 1)
      .sort((one, other) => other.length - one.length);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const around = walker.currentNode.parentElement;
      const other = around.closest('[lang]');
      if (around.closest(DATA) || (other && other.lang !== lang)) continue;
      look(walker.currentNode.data, name(around));
    }
    for (const attribute of SPOKEN) {
      for (const element of document.body.querySelectorAll(`[${attribute}]`)) {
        const other = element.closest('[lang]');
        // A label that names a record holds data: what stands somewhere on the page as such.
        if (element.matches('.av, [dir=ltr]') || (other && other.lang !== lang) || element.dataset.userText !== undefined) continue;
        look(
          data.reduce((text, part) => text.replaceAll(part, ' '), element.getAttribute(attribute)),
          `${attribute} of ${name(element)}`,
        );
      }
    }
    look(document.title.split(' \u00b7 ').slice(1).join(), 'title');
    return wrong;
  }

  /** 44 by 44 pixels can be hit, be it by a padding around the control; links within text are as high as their line. */
  function targets() {
    const controls = 'button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=option], .btn, nav a, .menu a, .tabs a';
    const wrong = [];
    for (const control of document.body.querySelectorAll(controls)) {
      if (!shown(control) || control.disabled || control.closest('[inert], .vh, dialog:not([open]), [hidden]')) continue;
      if (control.matches('.vh') || getComputedStyle(control).pointerEvents === 'none') continue;
      const target = control.closest('label') ?? control;
      const box = target.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || box.bottom < 0 || box.bottom > innerHeight - 130) continue;
      if (box.height >= 43.5 && box.width >= 43.5) continue;
      const x = box.left + box.width / 2;
      const y = box.top + box.height / 2;
      // Under a bar that stands fixed above the page: it is hit after scrolling.
      if (!target.contains(document.elementFromPoint(x, y))) continue;
      const reach = (dx, dy) => {
        let steps = 0;
        for (; steps < 44; steps++) {
          const [px, py] = [x + dx * (steps + 1), y + dy * (steps + 1)];
          // Beyond the edge of the window nothing else can be hit.
          if (px < 0 || py < 0 || px >= innerWidth || py >= innerHeight) return 44;
          if (!target.contains(document.elementFromPoint(px, py))) break;
        }
        return steps;
      };
      const hits = reach(-1, 0) + reach(1, 0) >= 42 && reach(0, -1) + reach(0, 1) >= 42;
      if (!hits) wrong.push(`${Math.round(box.width)}\u00d7${Math.round(box.height)} ${name(control)}`);
    }
    return wrong;
  }

  /** Nothing moves for those who asked for stillness. */
  function motion() {
    const seconds = (value) => Math.max(...value.split(',').map((part) => Number.parseFloat(part) * (part.includes('ms') ? 0.001 : 1)));
    return [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const style = getComputedStyle(element);
        return seconds(style.transitionDuration) > 0.011 || (style.animationName !== 'none' && seconds(style.animationDuration) > 0.011);
      })
      .slice(0, 5)
      .map(name);
  }

  /** What the browser was asked to run or draw from within the page, which the policy would refuse. */
  function inline() {
    return [...document.querySelectorAll('script:not([src]), style, [style], [onclick], [onchange], [onsubmit], [href^="javascript:"]')]
      // What scripts set through the object model is no attribute of ours.
      .filter((element) => element.matches('script, [onclick], [onchange], [onsubmit], [href]'))
      .map(name);
  }

  // A busy machine may draw a page before its fonts are read from the cache; what that moves is no fault of the page.
  let fonts = 0;
  document.fonts.addEventListener('loadingdone', () => {
    fonts = performance.now();
  });
  let shift = 0;
  let busiest = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput || Math.abs(entry.startTime - fonts) < 200) continue;
      shift += entry.value;
      busiest.push(...entry.sources.map((source) => `${entry.value.toFixed(3)} ${source.node instanceof Element ? name(source.node) : ''}`));
    }
  }).observe({ type: 'layout-shift', buffered: true });

  return { overflow, stacks, tables, words, targets, motion, inline, shift: () => ({ value: shift, by: busiest.slice(0, 6) }) };
})();
